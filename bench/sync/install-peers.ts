import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../peers');

/** Installs the other engines from their own lockfile, where that is not done; the application never needs them. */
export function installPeers(): void {
  const done = path.join(folder, 'node_modules/.package-lock.json');
  const lockfile = path.join(folder, 'package-lock.json');
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lockfile).mtimeMs) return;
  execFileSync('npm', ['ci', '--prefix', folder], { stdio: 'inherit' });
}
