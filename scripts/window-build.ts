import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const page = path.join(root, 'dist/renderer/index.html');

/** Where the built window is. */
export const rendererDir = path.dirname(page);

/** Builds the window when it was never built or a source is newer; otherwise takes no time. */
export function ensureWindow(): void {
  if (existsSync(page) && statSync(page).mtimeMs > newestSource()) return;
  console.log('Đang dựng giao diện (chỉ lần đầu hoặc khi mã nguồn thay đổi)…');
  const run = spawnSync('vite', ['build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
}

function newestSource(): number {
  return ['src/renderer', 'src/shared']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
    )
    .reduce((newest, each) => Math.max(newest, each), 0);
}
