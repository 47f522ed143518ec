/** Draws build/icons from src/renderer/icon.svg with the browser of the tests; run it when the drawing changes. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { launchBrowser } from '#tests/e2e/browser.ts';
import { icoFile } from './ico-file.ts';

const folder = new URL('../build/icons/', import.meta.url);
const svg = readFileSync(new URL('../src/renderer/icon.svg', import.meta.url), 'utf8');
const browser = await launchBrowser();
const page = await browser.newPage();

mkdirSync(folder, { recursive: true });
writeFileSync(new URL('icon.png', folder), await drawn(512));
writeFileSync(new URL('tray.png', folder), await drawn(32));
const images = [];
for (const size of [16, 24, 32, 48, 64, 128, 256]) images.push({ size, png: await drawn(size) });
writeFileSync(new URL('icon.ico', folder), icoFile(images));
await browser.close();

/** @param size width and height in pixels */
async function drawn(size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  return page.screenshot({ omitBackground: true });
}
