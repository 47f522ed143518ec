import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import { sessionOf } from './caller.ts';

/** Ends the session of a window; its drafts stay. Harmless when there is none. */
export function signOut(app: App, window: string): Result<Record<string, never>> {
  const session = sessionOf(app, window);
  app.sessions.close(window);
  if (session) {
    const { accountId } = session;
    app.store.write((writer) =>
      writer.audit({ at: app.clock.now(), actor: accountId, action: 'sign-out', target: accountId }),
    );
  }
  return ok({});
}
