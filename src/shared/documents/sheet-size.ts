import type { Sheet } from './model.ts';

const portrait = { A3: [297, 420], A4: [210, 297], A5: [148, 210] } as const;

/** Width and height of a sheet as it lies in the printer, mm. */
export function sheetSize(sheet: Pick<Sheet, 'size' | 'orientation'>): { width: number; height: number } {
  const [short, long] = portrait[sheet.size];
  return sheet.orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
}
