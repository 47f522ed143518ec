import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const page = path.join(root, 'dist/renderer/index.html');

/** Where the built window is. */
export const rendererDir = path.dirname(page);

/** Builds the window when it was never built or a source is newer; otherwise takes no time. */
export function ensureWindow(): void {
  if (isFresh(page, ['src/renderer', 'src/shared'])) return;
  console.log('Đang dựng giao diện (chỉ lần đầu hoặc khi mã nguồn thay đổi)…');
  build('vite', ['build', '--logLevel', 'warn']);
}

/** The same for what Electron runs: its main process, the core and the preload. */
export function ensureElectronBundle(): void {
  if (isFresh(path.join(root, 'dist/electron/preload.cjs'), ['src/main', 'src/shared'])) return;
  console.log('Đang dựng phần chạy trong Electron…');
  build('node', ['scripts/build-electron.ts']);
}

function build(command: string, args: readonly string[]): void {
  const run = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (run.status !== 0) process.exit(run.status ?? 1);
}

function isFresh(built: string, folders: readonly string[]): boolean {
  return existsSync(built) && statSync(built).mtimeMs > newestSource(folders);
}

function newestSource(folders: readonly string[]): number {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
    )
    .reduce((newest, each) => Math.max(newest, each), 0);
}
