import { drawingSVG, qrcode } from 'bwip-js/generic';

/** A QR code (error correction M) as one SVG with one path; its size is the style sheet's business. */
export function qrSvg(text: string): string {
  const options = { bcid: 'qrcode', text, eclevel: 'M' };
  return qrcode<string>(options, drawingSVG());
}
