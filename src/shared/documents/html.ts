import { escapeHtml } from './escape-html.ts';
import { createGeometry } from './geometry.ts';
import type { Calibration, Page, PrintDocument } from './model.ts';
import { pageHtml } from './page-html.ts';
import { styleSheet } from './style-sheet.ts';

export type HtmlOptions = {
  /** Measured error of the printer; only fixed texts follow it. */
  readonly calibration?: Calibration;
  /** Folder holding the files of {@link fontFiles}, absolute or relative to the page. */
  readonly fontBaseUrl?: string;
  /** Put on every page, over a page's own. */
  readonly watermark?: string;
};

const exact: Calibration = { dx: 0, dy: 0, scaleX: 1, scaleY: 1 };

/**
 * A whole HTML page with its print CSS in millimetres: one style element, no script, no style attribute, no
 * reference but the fonts. The same document and options always give the same bytes.
 */
export function documentHtml(document: PrintDocument, options: HtmlOptions = {}): string {
  const geometry = createGeometry();
  const fontBaseUrl = options.fontBaseUrl ?? './fonts';
  const watermarks = document.pages.map((page) => options.watermark ?? page.watermark ?? '');
  const pages = document.pages.map((page: Page, index) =>
    pageHtml(page, {
      sheet: document.sheet,
      calibration: options.calibration ?? exact,
      watermark: watermarks[index] ?? '',
      geometry,
    }),
  );
  const everywhere = watermarks.every((each) => each !== '' && each === watermarks[0]);
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src ${fontSource(fontBaseUrl)}">
<title>${escapeHtml(document.title)}</title>
<style>
${styleSheet(document.sheet, fontBaseUrl)}
${geometry.rules()}
</style>
</head>
<body${everywhere ? ' class="everywhere"' : ''}>
${pages.join('\n')}
</body>
</html>
`;
}

function fontSource(fontBaseUrl: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.exec(fontBaseUrl)?.[0] ?? "'self'";
}
