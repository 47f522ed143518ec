import type { PlainDate } from '../kernel/plain-date.ts';

/** Minutes since midnight, opening then closing: `[480, 720]` is 08:00–12:00. */
export type Shift = readonly [open: number, close: number];

export type CalendarDay =
  /** A public holiday, a compensatory day or a swap: the desk is closed. */
  | { readonly date: PlainDate; readonly kind: 'off'; readonly name: string }
  /** A Saturday or Sunday made a working day (ngày làm bù). */
  | { readonly date: PlainDate; readonly kind: 'make-up'; readonly name: string }
  /** Open in the morning or afternoon only. */
  | {
      readonly date: PlainDate;
      readonly kind: 'half';
      readonly name: string;
      readonly shifts: readonly Shift[];
    };

/** Working days as dated data: one list across years, so that December knows January and Tết. */
export type WorkingCalendar = {
  readonly version: string;
  /** First and last year the data cover; a date outside them is an error, never a guess. */
  readonly years: { readonly from: number; readonly to: number };
  readonly shifts: readonly Shift[];
  readonly days: readonly CalendarDay[];
};
