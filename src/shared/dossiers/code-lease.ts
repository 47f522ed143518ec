import { addDays, type PlainDate } from '../kernel/plain-date.ts';
import { codeAt } from './dossier-code.ts';

/** A block of a day's dossier codes that is this device's alone, so that it gives codes without the line. */
export type CodeLease = {
  readonly leaseId: string;
  readonly day: string;
  /** Serials of the block, both ends included. */
  readonly from: number;
  readonly to: number;
  /** The serial the next dossier gets; above `to` when the block is used up. */
  readonly next: number;
  /** `H26.12-261123-{serial:4}`. */
  readonly template: string;
};

/** A block asked for: its id is made before the call, so that a lost answer is answered again. */
export type LeaseRequest = { readonly leaseId: string; readonly day: string; readonly wanted: number };

export type CodeBook = { readonly leases: readonly CodeLease[]; readonly asked: readonly LeaseRequest[] };

export const emptyCodeBook: CodeBook = { leases: [], asked: [] };

/** A desk receives some fifty dossiers a day; a block lasts an outage of a day and leaves few unused. */
export const BLOCK = 40;
/** Below this a device asks for another block while it can. */
const LOW = 15;

/** The next code of a day; undefined when no block of that day has one left. */
export function takeCode(
  book: CodeBook,
  day: PlainDate,
): { readonly code: string; readonly book: CodeBook } | undefined {
  const lease = book.leases.find((each) => each.day === day && each.next <= each.to);
  if (!lease) return undefined;
  const leases = book.leases.map((each) => (each === lease ? { ...each, next: each.next + 1 } : each));
  return { code: codeAt(lease.template, lease.next), book: { ...book, leases } };
}

/** Days for which another block is to be asked for: today when few are left, and tomorrow ahead. */
export function daysToLease(book: CodeBook, today: PlainDate): readonly PlainDate[] {
  const left = (day: PlainDate): number =>
    book.leases
      .filter((each) => each.day === day)
      .reduce((sum, each) => sum + Math.max(0, each.to - each.next + 1), 0);
  const isAsked = (day: PlainDate): boolean => book.asked.some((each) => each.day === day);
  const tomorrow = addDays(today, 1);
  return [
    ...(left(today) < LOW && !isAsked(today) ? [today] : []),
    ...(left(tomorrow) === 0 && !isAsked(tomorrow) ? [tomorrow] : []),
  ];
}

/** Blocks whose day is over: to be accounted for and let go. */
export function endedLeases(book: CodeBook, today: PlainDate): readonly CodeLease[] {
  return book.leases.filter((each) => each.day < today);
}

export function withoutEnded(book: CodeBook, today: PlainDate): CodeBook {
  return {
    leases: book.leases.filter((each) => each.day >= today),
    asked: book.asked.filter((each) => each.day >= today),
  };
}

/** Serials of a block no dossier got. */
export function unusedOf(lease: CodeLease): readonly { readonly from: number; readonly to: number }[] {
  return lease.next > lease.to ? [] : [{ from: lease.next, to: lease.to }];
}
