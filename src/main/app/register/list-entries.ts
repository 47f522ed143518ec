import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import { mutableEntry } from '../dossiers/dossier-view.ts';
import { requireSight } from '../dossiers/may-see.ts';
import type { Caller } from '../session/caller.ts';

type Entries = Contract['register']['entries'];

/** A page of a book's entries; reading a register is a look at citizens' data, so each page is audited. */
export function listEntries(
  app: App,
  { account }: Caller,
  input: InputOf<Entries>,
): Result<OutputOf<Entries>> {
  const sight = requireSight(account);
  if (!sight.ok) return sight;
  const { rows, total } = app.store.read((reader) => reader.entries(input.bookId, input));
  const row = { at: app.clock.now(), actor: account.accountId, action: 'read', target: input.bookId };
  app.store.write((writer) => writer.audit(row));
  return ok({
    rows: rows.map((each) => ({ ...mutableEntry(each), dossierId: each.dossierId, code: each.code })),
    total,
  });
}
