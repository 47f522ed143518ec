import type { BookKind } from '../registers/entry.ts';

/** A stretch of custody: one device gives the numbers above `after`, and none above `upTo` once it has ended. */
export type CustodyTerm = {
  readonly holder: string;
  /** Name of the machine; empty when its event told none. */
  readonly holderName: string;
  readonly epoch: number;
  readonly after: number;
  /** Undefined while the term runs. */
  readonly upTo: number | undefined;
};

/** A number that no entry takes by being next: left empty, written by hand, or given to a late entry. */
export type NumberMark = {
  readonly number: number;
  readonly use: 'voided' | 'paper' | 'granted';
  readonly epoch: number;
  readonly reason: string;
  /** Empty unless granted. */
  readonly entryId: string;
  readonly dossierId: string;
  /** The number the late entry was first given; 0 unless granted. */
  readonly oldNumber: number;
};

export type CustodyRequest = {
  readonly device: string;
  readonly deviceName: string;
  readonly reason: string;
  readonly at: string;
};

/** A number given after its giver's term had ended, waiting for the holder's decision. */
export type LateNumber = {
  readonly dossierId: string;
  readonly entryId: string;
  readonly number: number;
  readonly epoch: number;
  readonly device: string;
};

/** A register book as its own events tell it. `closedOn` is empty while it is open. */
export type BookState = {
  readonly bookId: string;
  readonly book: BookKind;
  readonly year: number;
  readonly volume: string;
  readonly lastNumber: number;
  /** Entries given here; numbers taken over from the paper book are not among them. */
  readonly entries: number;
  readonly openedOn: string;
  readonly closedOn: string;
  /** The device that gives numbers, and its fencing epoch. */
  readonly holder: string;
  readonly epoch: number;
  /** In order of epochs; the last one runs. */
  readonly terms: readonly CustodyTerm[];
  readonly marks: readonly NumberMark[];
  readonly requests: readonly CustodyRequest[];
  readonly late: readonly LateNumber[];
};
