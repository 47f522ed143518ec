import { builtinModules } from 'node:module';
import path from 'node:path';
import { build } from 'vite';

/**
 * A program of this folder as an installed app would run it: one bundle, as the core of Electron is built. From
 * sources a core spends most of its start, and most of its memory, on loading some thousand modules.
 * @returns the program
 */
export async function bundled(program: string, folder: string): Promise<string> {
  const name = path.parse(program).name;
  const external = ['better-sqlite3', ...builtinModules, /^node:/];
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      rolldownOptions: {
        external,
        input: { [name]: path.join(import.meta.dirname, program) },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  return path.join(folder, `${name}.js`);
}
