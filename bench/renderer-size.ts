import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureWindow, rendererDir } from '#scripts/window-build.ts';
import { figure, type Subject } from './figure.ts';

/** The window's scripts and styles, gzipped: all of them, and those that its page names before anything is shown. */
export const rendererSize: Subject = {
  ids: ['renderer.size', 'renderer.size.first'],
  async measure() {
    ensureWindow();
    const page = readFileSync(path.join(rendererDir, 'index.html'), 'utf8');
    const assets = readdirSync(path.join(rendererDir, 'assets')).filter((name) => /\.(js|css)$/.test(name));
    const first = assets.filter((name) => page.includes(name));
    return [figure('renderer.size', kib(assets), 'KiB'), figure('renderer.size.first', kib(first), 'KiB')];
  },
};

function kib(names: readonly string[]): number {
  const bytes = names.map((name) => gzipSync(readFileSync(path.join(rendererDir, 'assets', name))).length);
  return bytes.reduce((sum, each) => sum + each, 0) / 1024;
}
