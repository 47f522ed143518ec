import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';

/** Locks a window at once; everything but unlocking and signing out is refused until the password is given. */
export function lock(app: App, window: string): Result<Record<string, never>> {
  app.sessions.lock(window);
  return ok({});
}
