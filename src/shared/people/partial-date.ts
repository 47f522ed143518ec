import { daysInMonth, type PlainDate, plainDate } from '../kernel/plain-date.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { PartialDate } from './person-values.ts';

export type DatePrecision = 'year' | 'month' | 'day';

/** Why a typed date was not taken: nothing typed, no known shape, no such day, or a two-digit year. */
export type PartialDateFault = 'empty' | 'format' | 'range' | 'century';

/** Day, month, year; an empty group is a part that was not typed. */
const SHAPES = [
  /^()()(\d{4})$/,
  /^()(\d{1,2})\/(\d{4})$/,
  /^()(\d{2})(\d{4})$/,
  /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/,
  /^(\d{2})(\d{2})(\d{4})$/,
];

/**
 * Reads a date as clerks type it: `1/2/1990`, `01021990`, `02/1990`, `1990`, and `00/00/1990` or `00/02/1990`
 * as old papers write an unknown day. Always day first. A day that does not exist (31/02) is refused, never moved.
 * @param range first and last year allowed, 1850–2100 unless told
 */
export function parsePartialDate(
  raw: string,
  range: { readonly min?: number; readonly max?: number } = {},
): Result<PartialDate, PartialDateFault> {
  const typed = raw
    .trim()
    .replace(/[.\-\s/]+/g, '/')
    .replace(/^\/|\/$/g, '');
  if (typed === '') return err('empty');
  const hit = SHAPES.map((shape) => shape.exec(typed)).find((match) => match !== null);
  if (!hit) return err(/^\d{1,2}\/\d{1,2}\/\d{2}$/.test(typed) ? 'century' : 'format');
  const [day, month, year] = [Number(hit[1]), Number(hit[2]), Number(hit[3])];
  const monthAlone = hit[1] === '' && hit[2] !== '';
  if (year < (range.min ?? 1850) || year > (range.max ?? 2100) || month > 12) return err('range');
  if (month === 0 && (day > 0 || monthAlone)) return err('range');
  if (month > 0 && day > daysInMonth(year, month)) return err('range');
  const full = plainDate(year, month, day);
  return ok((day > 0 ? full : month > 0 ? full.slice(0, 7) : full.slice(0, 4)) as PartialDate);
}

export function precisionOf(date: PartialDate | PlainDate): DatePrecision {
  if (date.length === 4) return 'year';
  return date.length === 7 ? 'month' : 'day';
}

export function isFullDate(date: PartialDate | PlainDate): date is PartialDate & PlainDate {
  return precisionOf(date) === 'day';
}

/** `01/02/1990`, `02/1990` or `1990`. */
export function displayPartialDate(date: PartialDate | PlainDate): string {
  return date.split('-').reverse().join('/');
}

/** What the form echoes so that a clerk sees how the date was understood: "năm 1990, không rõ ngày tháng". */
export function readingOf(date: PartialDate | PlainDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (month === '') return `năm ${year}, không rõ ngày tháng`;
  if (day === '') return `tháng ${month} năm ${year}, không rõ ngày`;
  return `ngày ${day} tháng ${month} năm ${year}`;
}

/** The first day the date can mean: the 1st of the month, or 01/01 (TT 04/2020/TT-BTP, Điều 10). */
export function earliestDay(date: PartialDate | PlainDate): PlainDate {
  if (isFullDate(date)) return date;
  const { year, month, day } = knownParts(date);
  return plainDate(year, month ?? 1, day ?? 1);
}

/** The last day the date can mean. */
export function latestDay(date: PartialDate | PlainDate): PlainDate {
  if (isFullDate(date)) return date;
  const { year, month = 12, day } = knownParts(date);
  return plainDate(year, month, day ?? daysInMonth(year, month));
}

function knownParts(date: PartialDate | PlainDate): { year: number; month?: number; day?: number } {
  const [year, month, day] = date.split('-').map(Number);
  return {
    year: year ?? Number.NaN,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  };
}
