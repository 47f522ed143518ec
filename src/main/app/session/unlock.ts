import type { Contract } from '#shared/contract/index.ts';
import { millisOf } from '#shared/kernel/instant.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import { sessionOf } from './caller.ts';
import { checkPassword } from './check-password.ts';
import { type Me, meOf } from './me.ts';

/** Takes a locked window up again with the password of the person who locked it. */
export async function unlock(
  app: App,
  window: string,
  input: InputOf<Contract['session']['unlock']>,
): Promise<Result<Me>> {
  const session = sessionOf(app, window);
  const account = session && app.store.read((reader) => reader.account(session.accountId));
  if (!account) return refuse('session/required');
  const checked = await checkPassword(app, account, input.password);
  if (!checked.ok) return checked;
  if (!checked.value.active) return refuse('session/disabled');
  app.sessions.open(window, account.accountId, millisOf(app.clock.now()));
  return ok(meOf(checked.value));
}
