import type { Contract } from '#shared/contract/index.ts';
import { millisOf } from '#shared/kernel/instant.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import { checkPassword } from './check-password.ts';
import { type Me, meOf } from './me.ts';

/** Opens a session in a window. Works without the city: the verifier is on this machine. */
export async function signIn(
  app: App,
  window: string,
  input: InputOf<Contract['session']['signIn']>,
): Promise<Result<Me>> {
  const username = input.username.trim().toLowerCase();
  const found = app.store.read((reader) => reader.accountByUsername(username));
  const checked = await checkPassword(app, found, input.password);
  if (!checked.ok) return checked;
  const account = checked.value;
  if (!account.active) return refuse('session/disabled');
  const now = app.clock.now();
  app.store.write((writer) => {
    writer.saveAccount({ ...account, lastSignInAt: now });
    writer.audit({ at: now, actor: account.accountId, action: 'sign-in', target: account.accountId });
  });
  app.sessions.open(window, account.accountId, millisOf(now));
  return ok(meOf(account));
}
