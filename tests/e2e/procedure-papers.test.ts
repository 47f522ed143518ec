import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentHtml } from '#shared/documents/html.ts';
import { procedures } from '#shared/procedures/procedures.generated.ts';
import { documentInputOf } from '#tests/builders/contexts.ts';
import { launchBrowser } from './browser.ts';

const fontFolder = path.resolve(import.meta.dirname, '../../node_modules/@fontsource/tinos/files');
const origin = 'http://papers.test';

/** What unit tests cannot see: whether a paper fills more sheets than it has pages, or a fixed text is cut. */
describe('a paper of a procedure', () => {
  let browser: Browser;
  let page: Page;
  let html = '';

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.route(`${origin}/fonts/*`, (route) =>
      route.fulfill({
        contentType: 'font/woff2',
        body: readFileSync(path.join(fontFolder, path.basename(route.request().url()))),
      }),
    );
    await page.route(`${origin}/page`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  });
  afterAll(() => browser?.close());

  it.each(
    procedures.flatMap((procedure) => procedure.documents.map((document) => ({ procedure, document }))),
  )('$document.title stands on its own sheets for the longest examples', async ({ procedure, document }) => {
    for (const example of procedure.examples.filter((each) => each.problems.length === 0)) {
      const made = document.render(documentInputOf(procedure, example));
      html = documentHtml(made);
      await page.goto(`${origin}/page`);
      await page.evaluate('document.fonts.ready');
      const cut = await page.evaluate(
        '[...document.querySelectorAll(".fixed")].filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent)',
      );
      expect(cut, example.name).toEqual([]);
      const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
      expect(pdf.getPageCount(), example.name).toBe(made.pages.length);
    }
  });
});
