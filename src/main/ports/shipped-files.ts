import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The path of a file or folder that ships with the application, the same from the sources, from a bundle and from
 * an installed archive: relative to the nearest folder above with a package.json.
 */
export function shippedFile(name: string): string {
  return path.join(root, name);
}

const root = rootAbove(import.meta.dirname);

function rootAbove(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('no package.json above the application');
  return rootAbove(parent);
}
