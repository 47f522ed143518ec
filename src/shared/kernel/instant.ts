import { dayNumber, fromDayNumber, type PlainDate, parsePlainDate } from './plain-date.ts';

declare const brand: unique symbol;

/** A point in time, ISO 8601 UTC with milliseconds, `2026-11-20T02:12:00.000Z`. A displayed fact, never an order. */
export type Instant = string & { readonly [brand]: 'Instant' };

/** A moment on the clocks of Việt Nam: date and minutes since midnight. */
export type LocalDateTime = { readonly date: PlainDate; readonly minutes: number };

/** Asia/Ho_Chi_Minh is UTC+07:00 without daylight saving since 1975-06-13, so a fixed offset is exact. */
const OFFSET_MINUTES = 7 * 60;
const MINUTES_PER_DAY = 24 * 60;
const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?(Z|[+-]\d{2}:\d{2})$/;

/** Reads an ISO 8601 date-time that carries an offset; undefined for anything else. */
export function parseInstant(text: string): Instant | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const date = parsePlainDate(match[1] ?? '');
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4])];
  if (!date || hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const millis = Number((match[5] ?? '0').padEnd(3, '0'));
  const offset = offsetMinutes(match[6] ?? 'Z');
  return instantFromMillis(
    (dayNumber(date) * MINUTES_PER_DAY + hours * 60 + minutes - offset) * 60_000 + seconds * 1000 + millis,
  );
}

function offsetMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
}

/** @param millis Unix time in ms */
export function instantFromMillis(millis: number): Instant {
  const whole = Math.floor(millis);
  const days = Math.floor(whole / 86_400_000);
  const rest = whole - days * 86_400_000;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const time = `${two(rest / 3_600_000)}:${two((rest / 60_000) % 60)}:${two((rest / 1000) % 60)}`;
  return `${fromDayNumber(days)}T${time}.${String(rest % 1000).padStart(3, '0')}Z` as Instant;
}

/** Unix time in ms of an instant. */
export function millisOf(instant: Instant): number {
  const match = SHAPE.exec(instant);
  const date = match ? parsePlainDate(match[1] ?? '') : undefined;
  if (!match || !date) throw new RangeError(`not an instant: ${instant}`);
  const minutes = Number(match[2]) * 60 + Number(match[3]) - offsetMinutes(match[6] ?? 'Z');
  const millis = Number((match[5] ?? '0').padEnd(3, '0'));
  return (dayNumber(date) * MINUTES_PER_DAY + minutes) * 60_000 + Number(match[4]) * 1000 + millis;
}

/** What the wall clock in Hà Nội shows at an instant. */
export function localDateTime(instant: Instant): LocalDateTime {
  const total = Math.floor(millisOf(instant) / 60_000) + OFFSET_MINUTES;
  const days = Math.floor(total / MINUTES_PER_DAY);
  return { date: fromDayNumber(days), minutes: total - days * MINUTES_PER_DAY };
}

export function localDate(instant: Instant): PlainDate {
  return localDateTime(instant).date;
}

/** The instant at which the wall clock in Hà Nội shows this. */
export function instantAt(local: LocalDateTime): Instant {
  return instantFromMillis(
    (dayNumber(local.date) * MINUTES_PER_DAY + local.minutes - OFFSET_MINUTES) * 60_000,
  );
}
