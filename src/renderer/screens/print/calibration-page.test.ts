import { expect, test } from 'vitest';
import { calibrationPage } from './calibration-page.ts';

const exact = { dx: 0, dy: 0, scaleX: 1, scaleY: 1 };

test('the test sheet has a labelled cross near each corner of the sheet', () => {
  const html = calibrationPage({ size: 'A4', orientation: 'portrait' }, exact);
  for (const label of ['20; 20 mm', '190; 20 mm', '20; 277 mm', '190; 277 mm']) expect(html).toContain(label);
});

test('the test sheet moves with the calibration being tried', () => {
  const sheet = { size: 'A4', orientation: 'landscape' } as const;
  expect(calibrationPage(sheet, { ...exact, dx: 1.5 })).not.toBe(calibrationPage(sheet, exact));
});
