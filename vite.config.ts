import { readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { fontFiles } from './src/shared/documents/fonts.ts';

/** The paper face, under the names that printed pages ask for: both hosts serve the folder as it is. */
function paperFonts(): Plugin {
  return {
    name: 'paper-fonts',
    generateBundle() {
      for (const name of fontFiles) {
        const file = path.resolve('node_modules/@fontsource/tinos/files', name);
        this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source: readFileSync(file) });
      }
    },
  };
}

/** The window: one browser bundle that both hosts serve. Electron's own bundles have their config in build/. */
export default defineConfig({
  root: 'src/renderer',
  base: './',
  plugins: [react(), paperFonts()],
  build: {
    outDir: '../../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: false,
    assetsInlineLimit: 0,
  },
});
