import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { emptyCodeBook } from '#shared/dossiers/code-lease.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import { saveCodeBook } from '../code-book.ts';
import { connect } from '../connection.ts';
import { skipLocalNumbers } from '../local-references.ts';
import type { StoreOptions } from '../store-options.ts';
import type { Account, Draft, Store } from '../types.ts';

/** Beside the database from a restore until the next opening: `<file>.restored`. */
type Restored = { readonly kept: string; readonly at: string };

/** Sequences left free when nobody can tell which of them the lost file had used. */
const JUMP = 1_000_000;
/** The same for local references, which people read from slips: more than a machine receives between two backups. */
const REFERENCE_JUMP = 1_000;

/** Told by a restore; what follows from it needs the restored database open. */
export function noteRestore(file: string, restored: Restored): void {
  writeFileSync(`${file}.restored.new`, JSON.stringify(restored), { mode: 0o600, flush: true });
  renameSync(`${file}.restored.new`, `${file}.restored`);
}

/**
 * Takes over what a damaged file still shows: the events written after the backup, the drafts and the accounts, as
 * far as they can be read. Sequences of this device that the city may know already are never used again.
 */
export function finishRestore(store: Pick<Store, 'write'>, options: StoreOptions): void {
  const { file, key, deviceId } = options;
  const mark = `${file}.restored`;
  if (deviceId === '' || !existsSync(mark)) return;
  const { kept, at } = JSON.parse(readFileSync(mark, 'utf8')) as Restored;
  const salvage = readSalvage(kept, key, deviceId);
  store.write((writer) => {
    const ids = salvage.events.map(({ id }) => id);
    const known = new Set(writer.safety.eventsById(ids).map(({ id }) => id));
    const { own } = writer.safety.adopt(salvage.events);
    const last = writer.safety.lastDeviceSeq(deviceId);
    writer.safety.raiseDeviceSeqFloor(salvage.isWhole ? last : last + JUMP);
    const received = salvage.events.filter(({ id, kind }) => kind === 'dossier-received' && !known.has(id));
    skipLocalNumbers(writer, salvage.isWhole ? received.length : REFERENCE_JUMP);
    if (salvage.accounts) writer.safety.replaceAccounts(salvage.accounts);
    for (const draft of salvage.drafts ?? []) {
      const known = writer.draft(draft.draftId);
      if (!known || known.revision < draft.revision) writer.saveDraft(draft);
    }
    const left = new Set(salvage.drafts?.map((draft) => draft.draftId));
    // What the file no longer had was received meanwhile, and that event has just come back.
    if (salvage.drafts) {
      for (const { draftId } of writer.safety.allDrafts())
        if (!left.has(draftId)) writer.removeDraft(draftId);
    }
    // Codes given after the backup are not known here: a code is never given twice, so the blocks are let go.
    saveCodeBook(writer, emptyCodeBook);
    writer.audit({ at, actor: '', action: 'restored', target: String(own) });
  });
  rmSync(mark, { force: true });
}

type Salvage = {
  readonly events: readonly Envelope[];
  /** Whether the log was readable to its end. */
  readonly isWhole: boolean;
  readonly drafts?: readonly Draft[];
  readonly accounts?: readonly Account[];
};

const nothing: Salvage = { events: [], isWhole: false };

function readSalvage(kept: string, key: Buffer, deviceId: string): Salvage {
  if (!existsSync(kept)) return nothing;
  let sqlite: Database.Database;
  try {
    sqlite = connect(kept, key, { readonly: true }).sqlite;
  } catch {
    return nothing;
  }
  try {
    const { events, isWhole } = readEvents(sqlite, deviceId);
    const drafts = readAll<DraftRow, Draft>(sqlite, 'SELECT * FROM drafts', draftOf);
    const accounts = readAll<AccountRow, Account>(sqlite, 'SELECT * FROM accounts', accountOf);
    return { events, isWhole, ...(drafts && { drafts }), ...(accounts && { accounts }) };
  } finally {
    sqlite.close();
  }
}

type EventRow = Omit<Envelope, 'deviceSeq' | 'payload'> & {
  readonly device_seq: number;
  readonly payload: string;
};

/** Row by row, so that a damaged page costs only what is behind it. */
function readEvents(sqlite: Database.Database, deviceId: string): Pick<Salvage, 'events' | 'isWhole'> {
  const events: Envelope[] = [];
  try {
    const rows = sqlite.prepare<[string], EventRow>(
      `SELECT id, office, device, device_seq, kind, version, stream, base, actor, at, clock, payload
       FROM events WHERE origin = 'here' AND device = ? ORDER BY local_seq`,
    );
    for (const { device_seq: deviceSeq, payload, ...row } of rows.iterate(deviceId)) {
      events.push({ ...row, deviceSeq, payload: JSON.parse(payload) as Envelope['payload'] });
    }
    return { events, isWhole: true };
  } catch {
    return { events, isWhole: false };
  }
}

function readAll<Row, T>(
  sqlite: Database.Database,
  query: string,
  read: (row: Row) => T,
): readonly T[] | undefined {
  try {
    return sqlite.prepare<[], Row>(query).all().map(read);
  } catch {
    return undefined;
  }
}

type DraftRow = {
  readonly draft_id: Draft['draftId'];
  readonly owner: Draft['owner'];
  readonly procedure: string;
  readonly payload_version: number;
  readonly facts: string;
  readonly components: string;
  readonly revision: number;
  readonly created_at: string;
  readonly saved_at: string;
  readonly subject: string;
  readonly discarded: number;
};

function draftOf(row: DraftRow): Draft {
  const { draft_id, owner, procedure, payload_version, facts, components, revision, subject } = row;
  return {
    ...{ draftId: draft_id, owner, procedure, payloadVersion: payload_version, revision, subject },
    facts: JSON.parse(facts) as Draft['facts'],
    components: JSON.parse(components) as Draft['components'],
    createdAt: row.created_at,
    savedAt: row.saved_at,
    discarded: row.discarded === 1,
  };
}

type AccountRow = {
  readonly account_id: Account['accountId'];
  readonly username: string;
  readonly full_name: string;
  readonly roles: string;
  readonly password_hash: string;
  readonly must_change_password: number;
  readonly active: number;
  readonly failed_tries: number;
  readonly locked_until: string;
  readonly last_sign_in_at: string;
  readonly text_size: Account['textSize'];
  readonly colour_scheme: Account['colourScheme'];
};

function accountOf(row: AccountRow): Account {
  return {
    ...{ accountId: row.account_id, username: row.username, fullName: row.full_name },
    roles: JSON.parse(row.roles) as Account['roles'],
    passwordHash: row.password_hash,
    mustChangePassword: row.must_change_password === 1,
    active: row.active === 1,
    failedTries: row.failed_tries,
    lockedUntil: row.locked_until,
    lastSignInAt: row.last_sign_in_at,
    textSize: row.text_size,
    colourScheme: row.colour_scheme,
  };
}
