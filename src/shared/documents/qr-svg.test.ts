import { describe, expect, it } from 'vitest';
import { qrSvg } from './qr-svg.ts';

/** Whether a point lies in a path of closed polygons, by the even-odd rule. */
function isDark(path: string, x: number, y: number): boolean {
  const polygons = path
    .split('Z')
    .map((part) =>
      [...part.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map((each) => [Number(each[1]), Number(each[2])]),
    );
  return polygons.reduce((dark, points) => {
    const crossings = points.filter(([x1 = 0, y1 = 0], index) => {
      const [x2 = 0, y2 = 0] = points[(index + 1) % points.length] ?? [];
      return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    });
    return crossings.length % 2 === 1 ? !dark : dark;
  }, false);
}

describe('a QR code', () => {
  const svg = qrSvg('H26.12-261120-0001');
  const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const path = /<path d="([^"]+)"/.exec(svg)?.[1] ?? '';
  const modules = 21;
  const at = (column: number, row: number): boolean =>
    isDark(path, ((column + 0.5) * side) / modules, ((row + 0.5) * side) / modules);

  it('is one square path', () => {
    expect(side).toBeGreaterThan(0);
    expect(svg.match(/<path /g)).toHaveLength(1);
    expect(svg).toContain('fill-rule="evenodd"');
  });

  it('has its finders top left, top right and bottom left, so it is not mirrored', () => {
    const finder = (column: number, row: number): string =>
      Array.from({ length: 7 }, (_, dy) =>
        Array.from({ length: 7 }, (_, dx) => (at(column + dx, row + dy) ? '#' : '.')).join(''),
      ).join('\n');
    const expected = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'].join('\n');
    expect(finder(0, 0)).toBe(expected);
    expect(finder(modules - 7, 0)).toBe(expected);
    expect(finder(0, modules - 7)).toBe(expected);
    expect(finder(modules - 7, modules - 7)).not.toBe(expected);
  });

  it('differs for another text and takes Vietnamese', () => {
    expect(qrSvg('H26.12-261120-0002')).not.toBe(svg);
    expect(qrSvg('Hồ sơ đăng ký')).toContain('<path');
  });
});
