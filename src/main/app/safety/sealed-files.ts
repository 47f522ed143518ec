import type { Account } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';

type Export = Contract['safety']['exportUnsent'];
type Import = Contract['safety']['importReceipts'];

/** A file to carry to the city. The queue goes on as before. */
export function exportUnsent(app: App, { account }: Caller): Result<OutputOf<Export>> {
  const allowed = requireCarrier(account);
  if (!allowed.ok) return allowed;
  const made = app.sync.safety.exportUnsent();
  if (!made.ok) return made;
  const { id, office, events, files, size } = made.value;
  const at = app.clock.now();
  app.exports.add(account.accountId, made.value);
  app.store.write((writer) =>
    writer.audit({ at, actor: account.accountId, action: 'export-sealed', target: id }),
  );
  const name = `mot-cua-${office}-${at.slice(0, 19).replaceAll(':', '-')}.niem-phong`;
  return ok({ id, name, events, files, size });
}

export async function readExport(
  app: App,
  { account }: Caller,
  { id, offset, length }: InputOf<Contract['safety']['readExport']>,
): Promise<Result<OutputOf<Contract['safety']['readExport']>>> {
  const file = app.exports.of(id, account.accountId);
  if (!file) return refuse('file/not-found');
  return ok({ bytes: (await file.read(offset, length)).toString('base64') });
}

/** What the city answered to an export. */
export function importReceipts(
  app: App,
  { account }: Caller,
  { content }: InputOf<Import>,
): Result<OutputOf<Import>> {
  const allowed = requireCarrier(account);
  if (!allowed.ok) return allowed;
  const taken = app.sync.safety.importReceipts(Buffer.from(content, 'base64').toString('utf8'));
  if (!taken.ok) return taken;
  app.store.write((writer) =>
    writer.audit({
      at: app.clock.now(),
      actor: account.accountId,
      action: 'receipts-imported',
      target: String(taken.value.accepted),
    }),
  );
  return taken;
}

/** Whoever answers for what leaves the office. */
function requireCarrier({ roles }: Account): Result<undefined> {
  const may = roles.includes('leader') || roles.includes('it-administrator');
  return may
    ? ok(undefined)
    : refuse('dossier/role', 'Chỉ lãnh đạo hoặc cán bộ CNTT được xuất, nhập tệp niêm phong.');
}
