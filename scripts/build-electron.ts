/** Bundles Electron's entries: main process and core as ES modules, the sandboxed preload as CommonJS. */
import { spawnSync } from 'node:child_process';

for (const entry of ['main', 'preload']) {
  const run = spawnSync(
    'vite',
    ['build', '--config', 'build/electron.vite.config.ts', '--logLevel', 'warn'],
    {
      stdio: 'inherit',
      env: { ...process.env, ELECTRON_ENTRY: entry },
      shell: process.platform === 'win32',
    },
  );
  if (run.status !== 0) process.exit(run.status ?? 1);
}
