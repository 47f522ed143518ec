import type { Account } from '#main/store/types.ts';
import { millisOf } from '#shared/kernel/instant.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import { refuse } from '../refuse.ts';
import { administrationSettings } from '../settings.ts';
import type { Session } from './sessions.ts';

/** Who calls, from which window. */
export type Caller = { readonly window: string; readonly account: Account };

/** The session of a window with the auto-lock applied; does not count as activity. */
export function sessionOf(app: App, window: string): Session | undefined {
  const lockAfter = app.store.read(administrationSettings).autoLockMinutes * 60_000;
  return app.sessions.at(window, millisOf(app.clock.now()), lockAfter);
}

/** The signed-in person of a window, unlocked and active; the call counts as activity. */
export function callerOf(app: App, window: string): Result<Caller> {
  const session = sessionOf(app, window);
  const account = session && app.store.read((reader) => reader.account(session.accountId));
  if (!account?.active) return refuse('session/required');
  if (session?.locked) return refuse('session/locked');
  app.sessions.touch(window, millisOf(app.clock.now()));
  return ok({ window, account });
}
