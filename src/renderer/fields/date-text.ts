import { addDays, type PlainDate, parsePlainDate } from '#shared/kernel/plain-date.ts';
import { displayPartialDate, parsePartialDate, readingOf } from '#shared/people/partial-date.ts';
import type { PartialDate } from '#shared/people/person-values.ts';

/** What a date input shows for its value: `01/02/1990`, `1990`; text that is no date stays as it was typed. */
export function shownDate(value: unknown): string {
  if (typeof value !== 'string') return '';
  const date = isoPartialDate(value);
  return date ? displayPartialDate(date) : value;
}

/** The value behind what was typed: ISO when it can be read, else the raw text, which validation names. */
export function readDate(text: string): string | undefined {
  const parsed = parsePartialDate(text);
  return parsed.ok ? parsed.value : text.trim() || undefined;
}

/** "ngày 1 tháng 2 năm 1990", so that the clerk sees how it was understood; empty when it was not. */
export function dateReading(value: unknown): string {
  const date = typeof value === 'string' ? isoPartialDate(value) : undefined;
  return date ? readingOf(date) : '';
}

/** The day before or after a full date; undefined for a date that is not full. */
export function stepDate(value: unknown, days: number): PlainDate | undefined {
  const date = typeof value === 'string' ? parsePlainDate(value) : undefined;
  return date && addDays(date, days);
}

function isoPartialDate(value: string): PartialDate | undefined {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(value)) return undefined;
  const parsed = parsePartialDate(value.split('-').reverse().join('/'));
  return parsed.ok && parsed.value === value ? parsed.value : undefined;
}
