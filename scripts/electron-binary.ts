import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Electron's own binary: the package alone does not mean that it was ever downloaded. */
export function electronBinary(): string | undefined {
  const folder = path.resolve(import.meta.dirname, '../node_modules/electron');
  const named = path.join(folder, 'path.txt');
  if (!existsSync(named)) return undefined;
  const binary = path.join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}
