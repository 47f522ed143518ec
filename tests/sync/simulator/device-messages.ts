import type { OutboxState } from '#main/store/types.ts';
import type { Problem } from '#shared/kernel/problem.ts';

/** What the process of one device is started with, as JSON in its first argument. */
export type DeviceSetup = {
  readonly name: string;
  readonly dataDir: string;
  readonly clockAheadMs: number;
};

export type Ask =
  /** A call of the contract from one of the device's windows. */
  | {
      readonly kind: 'call';
      readonly window: string;
      readonly path: readonly string[];
      readonly input: unknown;
    }
  /** From now on the database may not grow; or may again. */
  | { readonly kind: 'disk'; readonly full: boolean }
  | { readonly kind: 'health' }
  | { readonly kind: 'progress' }
  | { readonly kind: 'contents' };

export type Asked = Ask & { readonly id: number };

export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refused'; readonly id: number; readonly problems: readonly Problem[] }
  | { readonly kind: 'threw'; readonly id: number; readonly error: string }
  /** Something the core reported and survived. */
  | { readonly kind: 'bug'; readonly error: string };

/** An event this device wrote, with what its queue knows of it. */
export type Written = {
  readonly eventId: string;
  readonly stream: string;
  readonly kind: string;
  readonly state: OutboxState;
  readonly receipt: string;
  /** Why a person must look at it; empty when nobody must. */
  readonly reason: string;
};

/** What must hold after every start. */
export type Health = {
  /** Empty when sound. */
  readonly quickCheck: readonly string[];
  readonly auditBrokenAt: number;
  readonly auditRows: number;
  readonly written: readonly Written[];
  /** By dossier. */
  readonly versions: Readonly<Record<string, number>>;
};

export type Progress = {
  readonly waiting: number;
  readonly sending: number;
  readonly sendable: boolean;
  readonly feedSeq: number;
  /** What the window would show of the line. */
  readonly line: string;
};

export type DeviceEntry = {
  readonly book: string;
  readonly year: number;
  readonly number: number;
  readonly dossierId: string;
};

export type DeviceContents = Health & {
  /** Digest of each dossier's whole state. */
  readonly digests: Readonly<Record<string, string>>;
  readonly entries: readonly DeviceEntry[];
};
