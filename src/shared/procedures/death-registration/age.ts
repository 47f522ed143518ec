import { fullYearsBetween } from '#shared/kernel/plain-date.ts';
import { earliestDay, latestDay } from '#shared/people/partial-date.ts';
import type { DeathFacts } from './form.ts';

/** Full years at death, least and most: dates may lack their day. Undefined when a date is missing or death comes first. */
export function ageAtDeath(facts: DeathFacts): { readonly least: number; readonly most: number } | undefined {
  const born = facts['deceased.birthDate'];
  const died = facts['death.date'];
  if (!born || !died || latestDay(died) < earliestDay(born)) return undefined;
  return {
    least: Math.max(0, fullYearsBetween(latestDay(born), earliestDay(died))),
    most: fullYearsBetween(earliestDay(born), latestDay(died)),
  };
}

/** The age box of the book (rule D03); undefined above five, and when the dates leave it open. */
export function ageBox(facts: DeathFacts): 'under-1' | 'from-1-under-5' | undefined {
  const age = ageAtDeath(facts);
  if (!age) return undefined;
  if (age.most < 1) return 'under-1';
  return age.least >= 1 && age.most < 5 ? 'from-1-under-5' : undefined;
}
