/**
 * Bundles Electron's entries: main process and core as ES modules, the sandboxed preload as CommonJS. Further
 * arguments go to Vite: `--outDir elsewhere`.
 */
import { spawnSync } from 'node:child_process';

for (const entry of ['main', 'preload']) {
  const run = spawnSync(
    'vite',
    ['build', '--config', 'build/electron.vite.config.ts', '--logLevel', 'warn', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: { ...process.env, ELECTRON_ENTRY: entry },
      shell: process.platform === 'win32',
    },
  );
  if (run.status !== 0) process.exit(run.status ?? 1);
}
