import { displayPartialDate } from '#shared/people/partial-date.ts';
import type { DeathFacts } from './form.ts';

/** `09 giờ 05 phút, ngày 20/09/2026`; the hour is left out when unknown, the day when the date lacks it. */
export function momentOfDeath(facts: DeathFacts): string {
  const date = facts['death.date'];
  const [hours, minutes] = (facts['death.time'] ?? '').split(':');
  const time = hours && minutes ? `${hours} giờ ${minutes} phút` : '';
  const day = date === undefined ? '' : `${precisionWord(date)} ${displayPartialDate(date)}`;
  return [time, day].filter((part) => part !== '').join(', ');
}

function precisionWord(date: string): string {
  if (date.length >= 10) return 'ngày';
  return date.length >= 7 ? 'tháng' : 'năm';
}
