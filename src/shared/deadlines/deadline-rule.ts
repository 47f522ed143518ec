import type { Instant } from '../kernel/instant.ts';
import type { PlainDate } from '../kernel/plain-date.ts';

/** How long the law gives. The law article is cited where a procedure chooses one. */
export type DeadlineRule =
  /** Same working day; received strictly after the cut-off → the next working day (Luật Hộ tịch 2014, Điều 5 khoản 3). */
  | { readonly kind: 'same-day'; readonly cutOffMinutes: number }
  /** N working days; the day of receipt is not counted (BLDS 2015, Điều 147 khoản 2). */
  | { readonly kind: 'working-days'; readonly days: number }
  /** N calendar days ending on a working day (BLDS 2015, Điều 148 khoản 5). */
  | { readonly kind: 'calendar-days'; readonly days: number }
  /** N hours counted inside opening hours only. */
  | { readonly kind: 'working-hours'; readonly hours: number };

export type DueDate = {
  readonly at: Instant;
  readonly date: PlainDate;
  readonly rule: DeadlineRule;
  readonly legalBasis: string;
  /** Version of the calendar it was computed with: a later calendar never moves a dossier already received. */
  readonly calendarVersion: string;
};
