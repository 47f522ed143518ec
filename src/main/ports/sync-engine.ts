import type { OfficeProfile } from '#shared/dossiers/office.ts';
import type { ErrorCode } from '#shared/kernel/error-codes.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { DayResponse, TakeOverRequest, TakeOverResponse } from '#shared/sync/office-protocol.ts';
import type { SafetyEngine } from './safety-engine.ts';

export type Connection = 'online' | 'offline' | 'syncing' | 'busy' | 'error' | 'not-enrolled';

/** How the line to the city stands, as last seen by the loop. Times are ISO instants, empty when never. */
export type SyncConnection = {
  readonly connection: Connection;
  /** What is wrong and what still works, in Vietnamese; empty when online. */
  readonly message: string;
  readonly lastContactAt: string;
  readonly lastTriedAt: string;
  readonly nextTryAt: string;
  /** Address of the city server, empty when not enrolled. */
  readonly city: string;
};

/** The attached file whose bytes are on their way. */
export type FileProgress = {
  readonly sha256: string;
  readonly label: string;
  readonly sent: number;
  readonly size: number;
};

/** The loop that carries events to the city and back. Queue counts are the store's, not the engine's. */
export type SyncEngine = {
  status(): SyncConnection;
  /** Forgets back-off and tries now: one refused, held or waiting item, or all of them. */
  retry(eventId?: string): void;
  /** Starts probing and sending; calling it twice starts one loop. */
  start(): void;
  /** Ends after the request in flight, at most a few seconds later; nothing is lost by it. */
  stop(): Promise<void>;
  /** Exchanges an enrolment code for a token and the office's profile, both kept in the store's settings. */
  enrol(cityUrl: string, code: string): Promise<Result<{ readonly office: OfficeProfile }>>;
  /** Undefined while no file is being sent. */
  fileProgress(): FileProgress | undefined;
  /** Brings the bytes of a file another machine attached. @returns the code of what stands against it */
  fetchFile(sha256: string): Promise<Result<void, ErrorCode>>;
  /** Asks the city for a book in an emergency. It is given by an event of the feed, a moment after the answer. */
  takeOver(request: TakeOverRequest): Promise<Result<TakeOverResponse, ErrorCode>>;
  /** What the city has of a day of this office. */
  dayAtCity(day: string, detail: boolean): Promise<Result<DayResponse, ErrorCode>>;
  /** What keeps work from being lost. */
  readonly safety: SafetyEngine;
  /** Told whenever `status()` would answer differently. Returns the way to stop listening. */
  onChange(listener: () => void): () => void;
};
