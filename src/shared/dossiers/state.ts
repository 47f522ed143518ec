import type { DueDate } from '../deadlines/deadline-rule.ts';
import type { FeeLine } from '../fees/fee-line.ts';
import type { Facts } from '../forms/field.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { RegisterEntry } from '../registers/entry.ts';
import type { AttachedFile } from './files-axis.ts';
import type { Signer } from './office.ts';
import type { DossierStatus, Holder, MoneyStatus } from './status.ts';

/** One paper kept with the dossier: an item of the procedure's checklist, in which form and how many. */
export type HeldComponent = {
  readonly id: string;
  readonly form: 'original' | 'copy' | 'electronic';
  readonly count: number;
};

export type HandOver = {
  readonly from: Holder;
  readonly to: Holder;
  readonly receiver: string;
  readonly at: string;
  readonly giver: string;
  readonly note: string;
};

export type PrintRecord = {
  readonly printId: string;
  readonly document: string;
  readonly copies: number;
  readonly legal: boolean;
  readonly sha256: string;
  readonly outcome: 'unsettled' | 'printed' | 'spoilt' | 'cancelled';
};

/** A dossier as its events tell it. Business, money and hand-over are three axes; sync is the outbox's. */
export type DossierState = {
  readonly dossierId: string;
  /** Number of events folded: the base the next author names. */
  readonly version: number;
  readonly status: DossierStatus;
  /** Where a withdrawal came from, so that cancelling it leads back. */
  readonly statusBefore: DossierStatus;
  readonly money: MoneyStatus;
  readonly holder: Holder;
  readonly procedure: string;
  readonly payloadVersion: number;
  readonly ruleSet: string;
  readonly channel: 'counter' | 'online' | 'post';
  readonly code: string;
  readonly localRef: string;
  readonly facts: Facts;
  readonly components: readonly HeldComponent[];
  readonly setCount: number;
  readonly receivedAt: string;
  readonly receivedBy: string;
  readonly returnBy: 'desk' | 'post' | 'online';
  readonly due: DueDate;
  readonly extensions: number;
  readonly fees: readonly FeeLine[];
  readonly parties: {
    readonly subject: string;
    readonly applicant: string;
    readonly applicantAddress: string;
    readonly applicantPhone: string;
    readonly applicantEmail: string;
  };
  readonly entry?: RegisterEntry | undefined;
  readonly personalId: string;
  readonly signer?: Signer | undefined;
  readonly signedOn?: PlainDate | undefined;
  readonly refusalProposed: string;
  readonly refusalReason: string;
  readonly supplement: readonly {
    readonly document: string;
    readonly content: string;
    readonly basis: string;
  }[];
  readonly supplementCount: number;
  readonly handOvers: readonly HandOver[];
  readonly prints: readonly PrintRecord[];
  /** Absent in a state the city kept before dossiers had files. */
  readonly files?: readonly AttachedFile[] | undefined;
};
