import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { accountNames } from '../account-names.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import type { Caller } from '../session/caller.ts';
import { requireAuditor } from './require-administrator.ts';

type Log = Contract['administration']['auditLog'];
type Verified = OutputOf<Contract['administration']['verifyAudit']>;

/** Who looked at or changed what, newest first: ids of dossiers, never names of citizens. */
export function auditLog(app: App, { account }: Caller, input: InputOf<Log>): Result<OutputOf<Log>> {
  const allowed = requireAuditor(account);
  if (!allowed.ok) return allowed;
  return app.store.read((reader) => {
    const nameOf = accountNames(reader);
    const { rows, total } = reader.auditRows(input);
    return ok({
      rows: rows.map(({ seq, at, actor, action, target }) => ({
        seq,
        at,
        actor: nameOf(actor),
        action,
        target,
      })),
      total,
    });
  });
}

/** Walks the whole hash chain. */
export function verifyAudit(app: App, { account }: Caller): Result<Verified> {
  const allowed = requireAuditor(account);
  return allowed.ok ? ok(app.store.verifyAudit()) : allowed;
}
