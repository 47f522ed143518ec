import { blockHtml } from './block-html.ts';
import { calibrated } from './calibrate.ts';
import { escapeHtml } from './escape-html.ts';
import { type Geometry, mm } from './geometry.ts';
import type { Calibration, FixedText, Page, Sheet } from './model.ts';
import { sheetSize } from './sheet-size.ts';

export type PageOptions = {
  readonly sheet: Sheet;
  readonly calibration: Calibration;
  readonly watermark: string;
  readonly geometry: Geometry;
};

/** A page that flows over as many sheets as it needs, or one exact sheet when it holds fixed texts. */
export function pageHtml(page: Page, options: PageOptions): string {
  const { geometry } = options;
  const kind = page.fixed === undefined ? 'flow' : 'stock';
  const blocks = page.blocks.map((block) => blockHtml(block, geometry)).join('\n');
  const fixed = (page.fixed ?? [])
    .map((text) => fixedHtml(calibrated(text, options.calibration), geometry))
    .join('\n');
  const watermark = options.watermark === '' ? '' : watermarkSvg(options.watermark, options.sheet);
  return `<section class="page ${kind}">${watermark}<div class="content">\n${blocks}\n</div>${fixed}</section>`;
}

function fixedHtml(text: FixedText, geometry: Geometry): string {
  const place = `left:${mm(text.x)};top:${mm(text.y)};width:${mm(text.width)}`;
  const look = `font-size:${text.size ?? 13}pt;text-align:${text.align ?? 'left'};font-weight:${text.bold ? 700 : 400}`;
  return `<div class="fixed ${geometry.classFor(`${place};${look}`)}" data-field="${escapeHtml(text.id)}">${escapeHtml(text.text)}</div>`;
}

/** As wide as the diagonal allows; an SVG clips itself, so it cannot make the sheet overflow. */
function watermarkSvg(text: string, sheet: Sheet): string {
  const { width, height } = sheetSize(sheet);
  const angle = Math.round((Math.atan2(height, width) * -180) / Math.PI);
  const length = Math.hypot(width, height) * 0.7;
  const size = Math.min(length / (text.length * 0.62), height / 6).toFixed(1);
  const [x, y] = [width / 2, height / 2];
  return `<svg class="watermark" viewBox="0 0 ${width} ${height}" aria-hidden="true"><text x="${x}" y="${y}" font-size="${size}" transform="rotate(${angle} ${x} ${y})">${escapeHtml(text)}</text></svg>`;
}
