import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { dossierOf } from '../dossiers/dossier-of.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { dossierOfPrint, forgetPrint } from './open-prints.ts';

/** Tells how a print ended. An original that was spoilt stays on record with its reason. */
export function settlePrint(
  app: App,
  { account }: Caller,
  input: InputOf<Contract['documents']['settle']>,
): Result<Record<string, never>> {
  return app.store.write((writer) => {
    const dossierId = dossierOfPrint(writer, input.printId);
    if (dossierId === undefined) return refuse('print/not-found');
    const by = { actor: account.accountId, at: app.clock.now() };
    const dossier = dossierId === '' ? undefined : dossierOf(writer, dossierId);
    if (dossier?.ok) {
      const { version: base } = dossier.value.state;
      writer.append([{ kind: 'print-settled', payload: input, stream: dossierId, base }], by);
    }
    forgetPrint(writer, input.printId);
    return ok({});
  });
}
