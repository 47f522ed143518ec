import type { Calibration, FixedText } from './model.ts';

/**
 * Where a text must be put so that it lands where it is meant to on one printer and stock: x' = x·scaleX + dx. It is
 * added to each field, never as a transform of the page: content pushed over the edge makes the print engine shrink
 * the whole sheet.
 */
export function calibrated(text: FixedText, calibration: Calibration): FixedText {
  return {
    ...text,
    x: text.x * calibration.scaleX + calibration.dx,
    y: text.y * calibration.scaleY + calibration.dy,
    width: text.width * calibration.scaleX,
  };
}
