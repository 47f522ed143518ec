import { describe, expect, it } from 'vitest';
import { calibrated } from './calibrate.ts';
import { documentHtml } from './html.ts';
import type { FixedText, PrintDocument } from './model.ts';

const text: FixedText = { id: 'child.name', x: 100, y: 50, width: 80, text: 'Thử', bold: true };
const stock: PrintDocument = {
  title: 'Phôi',
  sheet: { size: 'A4', orientation: 'portrait', margin: { top: 0, right: 0, bottom: 0, left: 0 } },
  pages: [{ blocks: [], fixed: [text] }],
};

describe('a text on pre-printed stock', () => {
  it('moves by the printer’s measured error: scale first, then offset', () => {
    const calibration = { dx: 1.5, dy: -0.5, scaleX: 1.01, scaleY: 0.99 };
    expect(calibrated(text, calibration)).toMatchObject({ x: 102.5, y: 49, width: 80.8 });
  });

  it('stays where it is meant to be without calibration', () => {
    expect(documentHtml(stock)).toContain(
      'left:100mm;top:50mm;width:80mm;font-size:13pt;text-align:left;font-weight:700',
    );
  });

  it('carries the offset in its own coordinates, so that the sheet is never transformed', () => {
    const html = documentHtml(stock, { calibration: { dx: 1.5, dy: 2, scaleX: 1, scaleY: 1 } });
    expect(html).toContain('left:101.5mm;top:52mm;width:80mm');
    expect(html).not.toMatch(/transform:/);
  });

  it('lies on a page that clips to its sheet, a hair short of it', () => {
    const html = documentHtml(stock);
    expect(html).toContain('<section class="page stock">');
    expect(html).toContain('.stock{page:stock;width:210mm;height:296.9mm;overflow:hidden;contain:strict}');
    expect(html).toContain('@page stock{size:210mm 297mm;margin:0}');
    expect(html).toContain('data-field="child.name">Thử</div>');
  });
});
