import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import { requireSight } from '../dossiers/may-see.ts';
import type { Caller } from '../session/caller.ts';
import { type Rendered, renderDocument, type Target } from './render-document.ts';

/** What would be printed; the look is in the audit log. */
export function previewDocument(app: App, caller: Caller, input: Target): Result<Rendered> {
  const sight = requireSight(caller.account);
  if (!sight.ok) return sight;
  const rendered = app.store.read((reader) => renderDocument(app, reader, caller, input, 'preview'));
  if (!rendered.ok) return rendered;
  const target = input.dossierId ?? input.draftId ?? '';
  const actor = caller.account.accountId;
  app.store.write((writer) => writer.audit({ at: app.clock.now(), actor, action: 'preview', target }));
  return ok(rendered.value);
}
