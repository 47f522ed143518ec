import type { Role } from '#shared/dossiers/roles.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { Facts } from '#shared/forms/field.ts';
import type { AccountId, DraftId } from '#shared/kernel/ids.ts';
import type { Envelope } from '#shared/sync/envelope.ts';

export type StoredEvent = Envelope & {
  /** Order on this device: the sequence of the local log. */
  readonly localSeq: number;
  /** Place in the commune's feed once the city accepted it. */
  readonly feedSeq: number | undefined;
  readonly origin: 'here' | 'feed';
};

export type Draft = {
  readonly draftId: DraftId;
  readonly owner: AccountId;
  readonly procedure: string;
  readonly payloadVersion: number;
  readonly facts: Facts;
  readonly components: DossierState['components'];
  readonly revision: number;
  readonly createdAt: string;
  readonly savedAt: string;
  readonly subject: string;
  readonly discarded: boolean;
};

export type Account = {
  readonly accountId: AccountId;
  readonly username: string;
  readonly fullName: string;
  readonly roles: readonly Role[];
  /** PHC string, `$scrypt$ln=17,r=8,p=1$…`. */
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly active: boolean;
  readonly failedTries: number;
  readonly lockedUntil: string;
  readonly lastSignInAt: string;
  readonly textSize: 'small' | 'medium' | 'large' | 'extra-large';
  readonly colourScheme: 'light' | 'dark' | 'auto';
};
