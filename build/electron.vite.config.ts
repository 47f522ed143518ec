import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/**
 * Electron's entries: the main process and the core as ES modules, the sandboxed preload as CommonJS. Run by
 * `npm run build:electron` once per format.
 */
const preload = process.env.ELECTRON_ENTRY === 'preload';
const external = ['electron', 'better-sqlite3', ...builtinModules, /^node:/];

export default defineConfig({
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist/electron',
    emptyOutDir: !preload,
    rolldownOptions: {
      external,
      input: preload
        ? { preload: 'src/main/hosts/electron/preload.ts' }
        : {
            main: 'src/main/hosts/electron/main.ts',
            'core-process': 'src/main/hosts/electron/core-process.ts',
            'aside-worker': 'src/main/store/aside-worker.ts',
          },
      output: { format: preload ? 'cjs' : 'es', entryFileNames: preload ? '[name].cjs' : '[name].js' },
    },
  },
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
});
