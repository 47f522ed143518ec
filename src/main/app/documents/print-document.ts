import type { Contract } from '#shared/contract/index.ts';
import { notPermitted } from '#shared/dossiers/decide.ts';
import { mayDo } from '#shared/dossiers/permissions.ts';
import type { PrintId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import { dossierOf } from '../dossiers/dossier-of.ts';
import type { Caller } from '../session/caller.ts';
import { rememberPrint } from './open-prints.ts';
import { renderDocument } from './render-document.ts';

type Print = Contract['documents']['print'];

/**
 * Journals a print, then hands out the page: a sheet that left the printer is on record even when the machine dies
 * between the two. The declaration of a draft has no dossier to be on record with; it is audited.
 */
export function printDocument(app: App, caller: Caller, input: InputOf<Print>): Result<OutputOf<Print>> {
  const { account } = caller;
  if (!mayDo(account.roles, 'document-printed')) return err([notPermitted('document-printed')]);
  return app.store.write((writer) => {
    const rendered = renderDocument(app, writer, caller, input, 'print');
    if (!rendered.ok) return rendered;
    const { legal, sha256 } = rendered.value;
    const { document, copies, stockSerial } = input;
    const printId = app.newId<PrintId>();
    const by = { actor: account.accountId, at: app.clock.now() };
    const dossier = input.dossierId ? dossierOf(writer, input.dossierId) : undefined;
    if (dossier?.ok) {
      const { dossierId: stream, version: base } = dossier.value.state;
      const payload = { printId, document, copies, legal, sha256, stockSerial };
      writer.append([{ kind: 'document-printed', payload, stream, base }], by);
    }
    const target = input.dossierId ?? input.draftId ?? '';
    writer.audit({ ...by, action: 'print', target });
    rememberPrint(writer, printId, input.draftId ? '' : target);
    return ok({ ...rendered.value, printId });
  });
}
