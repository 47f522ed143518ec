import type { PlainDate } from '../kernel/plain-date.ts';
import type { PartialDate } from './person-values.ts';

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const GROUPS = ['', 'nghìn', 'triệu', 'tỷ'];

/**
 * "Ngày hai mươi sáu tháng hai năm hai nghìn không trăm linh ba"; starts at "Tháng" or "Năm" when the day or month
 * is not known. The fourth month is "tháng tư".
 */
export function dateInWords(date: PartialDate | PlainDate): string {
  const [year, month, day] = date.split('-').map(Number);
  const parts = [
    day === undefined ? '' : `ngày ${numberInWords(day)}`,
    month === undefined ? '' : `tháng ${month === 4 ? 'tư' : numberInWords(month)}`,
    `năm ${numberInWords(year ?? 0)}`,
  ];
  const words = parts.filter((part) => part !== '').join(' ');
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

/**
 * A whole number as it is read aloud: 21 "hai mươi mốt", 24 "hai mươi tư", 25 "hai mươi lăm", 2003 "hai nghìn không
 * trăm linh ba".
 * @param value 0 to 999 999 999 999
 */
export function numberInWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e12) throw new RangeError(`not readable: ${value}`);
  if (value === 0) return 'không';
  const words: string[] = [];
  for (let group = GROUPS.length - 1; group >= 0; group -= 1) {
    const part = Math.floor(value / 1000 ** group) % 1000;
    if (part === 0) continue;
    words.push(...hundreds(part, words.length > 0));
    const name = GROUPS[group];
    if (name) words.push(name);
  }
  return words.join(' ');
}

/** @param after whether a higher group was read, so that an empty hundred is said ("không trăm linh ba") */
function hundreds(part: number, after: boolean): string[] {
  const [hundred, ten, unit] = [Math.floor(part / 100), Math.floor(part / 10) % 10, part % 10];
  const said = hundred > 0 || after;
  const words = said ? [digit(hundred), 'trăm'] : [];
  if (ten === 0) return unit === 0 ? words : [...words, ...(said ? ['linh'] : []), digit(unit)];
  if (ten === 1) words.push('mười');
  else words.push(digit(ten), 'mươi');
  return unit === 0 ? words : [...words, unitAfterTen(unit, ten)];
}

function unitAfterTen(unit: number, ten: number): string {
  if (unit === 5) return 'lăm';
  if (ten > 1 && unit === 1) return 'mốt';
  if (ten > 1 && unit === 4) return 'tư';
  return digit(unit);
}

function digit(value: number): string {
  return DIGITS[value] ?? '';
}
