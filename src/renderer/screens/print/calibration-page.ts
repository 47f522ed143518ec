import { documentHtml } from '#shared/documents/html.ts';
import type { Calibration, FixedText, Sheet } from '#shared/documents/model.ts';
import { sheetSize } from '#shared/documents/sheet-size.ts';

const EDGE_MM = 20;
const CROSS_MM = 8;

/**
 * A test sheet: one cross near each corner, labelled with where its centre is meant to be in mm. It goes through
 * the same writer and calibration as the real overlay, so what it measures is what the stock will get.
 */
export function calibrationPage(
  sheet: Pick<Sheet, 'size' | 'orientation'>,
  calibration: Calibration,
): string {
  const { width, height } = sheetSize(sheet);
  const crosses = [EDGE_MM, width - EDGE_MM].flatMap((x) =>
    [EDGE_MM, height - EDGE_MM].flatMap((y) => cross(x, y)),
  );
  const margin = { top: 0, right: 0, bottom: 0, left: 0 };
  return documentHtml(
    { title: 'Tờ thử máy in', sheet: { ...sheet, margin }, pages: [{ blocks: [], fixed: crosses }] },
    { calibration },
  );
}

function cross(x: number, y: number): readonly FixedText[] {
  const id = `${x}-${y}`;
  return [
    // A 20 pt plus sign is drawn around the middle of its 8.5 mm high line.
    { id, x: x - CROSS_MM / 2, y: y - 4.2, width: CROSS_MM, text: '+', size: 20, align: 'center' },
    { id: `${id}-label`, x: x - 12, y: y + 4, width: 24, text: `${x}; ${y} mm`, size: 8, align: 'center' },
  ];
}
