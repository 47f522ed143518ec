import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentHtml } from '#shared/documents/html.ts';
import type { PrintDocument } from '#shared/documents/model.ts';
import { receiptSlip } from '#shared/documents/slips/receipt-slip.ts';
import { slipInput } from '#tests/builders/slip-input.ts';
import { launchBrowser } from './browser.ts';

const fontFolder = path.resolve(import.meta.dirname, '../../node_modules/@fontsource/tinos/files');
const origin = 'http://prints.test';
const longName = 'Văn bản xác nhận của cơ sở y tế về việc đã cấp giấy thứ nhất';

/** What the print engine makes of a document: what a printer gets, which the screen does not show. */
describe('a printed page', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.route(`${origin}/fonts/*`, (route) =>
      route.fulfill({
        contentType: 'font/woff2',
        body: readFileSync(path.join(fontFolder, path.basename(route.request().url()))),
      }),
    );
  });
  afterAll(() => browser?.close());

  async function open(html: string): Promise<string[]> {
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.route(`${origin}/page`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.goto(`${origin}/page`);
    await page.evaluate('document.fonts.ready');
    return complaints;
  }

  async function sheets(): Promise<{ width: number; height: number }[]> {
    const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
    return pdf.getPages().map((each) => ({
      width: Math.round((each.getWidth() / 72) * 25.4),
      height: Math.round((each.getHeight() / 72) * 25.4),
    }));
  }

  const papers = (length: number) =>
    Array.from({ length }, () => ({ name: longName, form: 'original', count: 1 }) as const);

  it.each([5, 8])('holds both copies of a receipt with %i papers of long names on one A4', async (count) => {
    const complaints = await open(
      documentHtml(receiptSlip(slipInput({ components: papers(count) }), 'two-on-a4')),
    );
    expect(await sheets()).toEqual([{ width: 297, height: 210 }]);
    expect(await page.evaluate('document.fonts.check("700 13pt Tinos", "ữ")')).toBe(true);
    expect(complaints).toEqual([]);
  });

  it.each([5, 8])('gives each copy of a receipt with %i papers an A5 of its own', async (count) => {
    await open(documentHtml(receiptSlip(slipInput({ components: papers(count) }), 'a5')));
    const a5 = { width: 148, height: 210 };
    expect(await sheets()).toEqual([a5, a5]);
  });

  it('puts a text on stock where it is meant to be, however long another one is', async () => {
    const stock: PrintDocument = {
      title: 'Phôi',
      sheet: { size: 'A4', orientation: 'portrait', margin: { top: 0, right: 0, bottom: 0, left: 0 } },
      pages: [
        {
          blocks: [],
          fixed: [
            { id: 'name', x: 150, y: 250, width: 50, text: 'NGUYỄN THỊ THỬ' },
            { id: 'long', x: 150, y: 290, width: 200, text: 'Dài '.repeat(200) },
          ],
        },
      ],
    };
    await open(
      documentHtml(stock, {
        calibration: { dx: 1.5, dy: -2, scaleX: 1, scaleY: 1 },
        watermark: 'BẢN XEM TRƯỚC',
      }),
    );
    expect(await sheets()).toEqual([{ width: 210, height: 297 }]);
    await page.emulateMedia({ media: 'print' });
    const box = await page.locator('[data-field="name"]').boundingBox();
    const inMillimetres = (pixels: number): number => (pixels / 96) * 25.4;
    expect(inMillimetres(box?.x ?? 0)).toBeCloseTo(151.5, 1);
    expect(inMillimetres(box?.y ?? 0)).toBeCloseTo(248, 1);
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBe(0);
    await page.emulateMedia({ media: null });
  });
});
