import type { Envelope } from '#shared/sync/envelope.ts';
import type { Answer, FeedEvent } from '#shared/sync/protocol.ts';
import type { DraftFile, RankedContent } from '../files/types.ts';
import type { Account, Draft, StoredEvent } from '../records.ts';

/** Events offered to the city beside the queue, by what became of them. */
export type OfferCounts = { readonly waiting: number; readonly taken: number; readonly stopped: number };

/** A place of the feed with the receipt known for it. */
export type FeedMark = { readonly seq: number; readonly receipt: string };

/** What came over from a copy or a damaged file. */
export type Adopted = {
  /** Wait in the queue again, because this device wrote them. */
  readonly own: number;
  /** Are offered to the city for the device that wrote them. */
  readonly others: number;
  readonly known: number;
};

export type SafetyReader = {
  /** The next events to offer again, in the order the city once had them. */
  nextOffers(maxEvents: number): readonly StoredEvent[];
  offerCounts(): OfferCounts;
  /** Places of the feed known here between two, evenly spread over them, at most about so many. */
  feedMarks(between: {
    readonly above: number;
    readonly below: number;
    readonly most: number;
  }): readonly FeedMark[];
  /** Events the city has not taken, this device's and those it offers, after a place in the log. */
  unsentAfter(localSeq: number, limit: number): readonly StoredEvent[];
  eventsById(ids: readonly string[]): readonly StoredEvent[];
  /** The highest place in the log, and the lowest one with an event the city has not taken: 0 for none. */
  logExtent(): { readonly last: number; readonly firstUnsent: number };
  lastDeviceSeq(device: string): number;
  /** Sequences up to here may have been used before a restore. */
  deviceSeqFloor(): number;
  /** Streams a first sync has put into the log and not yet projected. */
  unprojected(): number;
  allDrafts(): readonly Draft[];
  /** Attached files the city does not have and this machine does, without those taken off; drafts' (`kept`) too. */
  unsentFiles(): readonly RankedContent[];
  /** Which files belong to which drafts, without those taken off. */
  draftFiles(): readonly DraftFile[];
  /** What the lists show of every dossier and entry, to compare with the city's: one line each, in no order. */
  stateLines(): IterableIterator<string>;
};

export type SafetyWriter = {
  /** Feed events of a device that has nothing yet: into the log alone, {@link projectSome} makes the rest. */
  absorbUnprojected(events: readonly FeedEvent[]): void;
  /** @returns how many streams are left */
  projectSome(most: number): number;
  /**
   * Absorbs a page and tells what it took back: events that were here and counted and no longer do, and entries
   * that lost their place in the register. Throw to undo it.
   */
  absorbCounting(events: readonly FeedEvent[]): number;
  /**
   * The city has lost what stands above this place: own events wait again, all are offered in their old order, and
   * the cursor returns there. What the city had answered is kept. @returns how many events
   */
  loseFeedAfter(agreed: number): number;
  /** A person said that what was missing has been done again. */
  forgetMissingWork(): void;
  settleOffers(answers: readonly Answer[]): void;
  /** A person asked: those the city held or refused are offered once more. */
  requeueOffers(): void;
  adopt(events: readonly Envelope[]): Adopted;
  raiseDeviceSeqFloor(to: number): void;
  /** Folds again what an older app had to pass by. @returns how many streams */
  replayParked(): number;
  replaceAccounts(accounts: readonly Account[]): void;
};
