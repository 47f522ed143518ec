import { localDateTime, parseInstant } from '#shared/kernel/instant.ts';

const MONEY = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const NUMBER = new Intl.NumberFormat('vi-VN');

/** `1.234.567 ₫` from whole đồng. */
export function formatMoney(dong: number): string {
  return `${MONEY.format(dong)} ₫`;
}

/** `1.234`. */
export function formatNumber(value: number): string {
  return NUMBER.format(value);
}

/** `05/01/2026` from `2026-01-05`; a partial date keeps what it has: `01/2026`, `2026`. Other text as it is. */
export function formatDate(date: string): string {
  return /^\d{4}(-\d{2}){0,2}$/.test(date) ? date.split('-').reverse().join('/') : date;
}

/** `05/01/2026 08:30`, on the clocks of Hà Nội whatever the machine's zone is; empty for empty. */
export function formatDateTime(at: string): string {
  const local = readLocal(at);
  return local ? `${formatDate(local.date)} ${clock(local.minutes)}` : '';
}

/** `08:30`. */
export function formatTime(at: string): string {
  const local = readLocal(at);
  return local ? clock(local.minutes) : '';
}

/** `08:30:07`. */
export function formatTimeWithSeconds(at: string): string {
  const local = readLocal(at);
  const seconds = /T\d{2}:\d{2}:(\d{2})/.exec(at)?.[1];
  return local && seconds ? `${clock(local.minutes)}:${seconds}` : '';
}

function readLocal(at: string): { date: string; minutes: number } | undefined {
  const instant = parseInstant(at);
  return instant && localDateTime(instant);
}

function clock(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
