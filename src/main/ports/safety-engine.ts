import type { Result } from '#shared/kernel/result.ts';
import type { ExportFile } from './export-file.ts';

/** How far a first sync is; in events while fetching, in dossiers and books while building the lists. */
export type FirstSyncProgress = {
  readonly phase: 'fetching' | 'building';
  readonly done: number;
  readonly total: number;
  /** Undefined until something can be said. */
  readonly secondsLeft: number | undefined;
};

/** What came of comparing everything the lists show with the city's. */
export type StateCheck = {
  readonly at: string;
  /** Of 256 groups of dossiers and entries, those that differ: 0 when device and city show the same. */
  readonly differing: number;
};

export type SafetyStatus = {
  /** Why the loop stopped for a person to decide; undefined while it goes on by itself. */
  readonly stop: 'server-behind' | 'mass-change' | undefined;
  readonly firstSync: FirstSyncProgress | undefined;
  /** Since when the queue has not moved although the line is up; empty while all is well. */
  readonly stalledSince: string;
  readonly lastCheck: StateCheck | undefined;
};

/** What the city answered to an export: events by its answer, and attached files it has whole now. */
export type ImportedReceipts = {
  readonly accepted: number;
  readonly held: number;
  readonly refused: number;
  readonly files: number;
};

/** The part of the loop that sees to it that nothing is lost, and what people decide about it. */
export type SafetyEngine = {
  status(): SafetyStatus;
  /**
   * The city was restored from an older copy: what it lost is offered to it again.
   * @returns how many events; `sync/no-loss` when the city has everything this device knows
   */
  acceptServerLoss(): Promise<Result<{ readonly events: number }>>;
  /** Lets the pull that was stopped take back what it takes back. */
  allowMassChange(): void;
  /** Compares now. @returns undefined when something is still on its way, which is no fault */
  checkState(): Promise<Result<StateCheck | undefined>>;
  /** Seals what the city has not taken into one file, with the bytes of attached files. */
  exportUnsent(): Result<ExportFile>;
  /** @param text the receipts file the city wrote */
  importReceipts(text: string): Result<ImportedReceipts>;
};
