import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Keeps a second process out of a PGlite folder, which PGlite itself does not.
 * @throws Error when a living process holds it
 */
export function lockFolder(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true });
  const file = path.join(path.dirname(folder), `${path.basename(folder)}.lock`);
  if (isHeld(file)) throw new Error(`another process uses the city database in ${folder}`);
  writeFileSync(file, String(process.pid));
  return { release: () => rmSync(file, { force: true }) };
}

function isHeld(file: string): boolean {
  const holder = Number(readText(file));
  if (!Number.isInteger(holder) || holder <= 0 || holder === process.pid) return false;
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    // EPERM: alive, but someone else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
