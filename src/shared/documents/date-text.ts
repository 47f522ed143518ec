import { type Instant, localDateTime } from '../kernel/instant.ts';
import { type PlainDate, partsOf } from '../kernel/plain-date.ts';

/**
 * `ngày 05 tháng 01 năm 2026`: days below 10 and months 1 and 2 take a zero, so that no digit can be put before them;
 * later months stand as they are (the style of official letters).
 */
export function dateText(date: PlainDate): string {
  const { year, month, day } = partsOf(date);
  const monthText = month <= 2 ? `0${month}` : String(month);
  return `ngày ${twoDigits(day)} tháng ${monthText} năm ${year}`;
}

/** `09 giờ 12 phút, ngày 20 tháng 11 năm 2026`, on the clocks of Việt Nam. */
export function momentText(instant: Instant): string {
  const { date, minutes } = localDateTime(instant);
  return `${twoDigits(Math.floor(minutes / 60))} giờ ${twoDigits(minutes % 60)} phút, ${dateText(date)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
