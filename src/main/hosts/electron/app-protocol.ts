import path from 'node:path';
import { isOwnUrl } from './origin.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

export type AppFile = { readonly file: string; readonly type: string };

/**
 * The file behind an `app://` address.
 * @returns undefined when the address is not ours, climbs out of the folder, or names a kind of file we do not have
 */
export function appFile(url: string, rendererDir: string): AppFile | undefined {
  const parsed = isOwnUrl(url) ? URL.parse(url) : null;
  if (parsed === null) return undefined;
  let pathname: string;
  try {
    pathname = decodeURIComponent(parsed.pathname);
  } catch {
    return undefined;
  }
  const relative = pathname === '/' || pathname === '' ? 'index.html' : pathname.slice(1);
  const file = path.resolve(rendererDir, relative);
  const type = types[path.extname(file)];
  if (type === undefined || !file.startsWith(path.resolve(rendererDir) + path.sep)) return undefined;
  return { file, type };
}
