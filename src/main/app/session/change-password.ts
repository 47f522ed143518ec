import type { Contract } from '#shared/contract/index.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from './caller.ts';
import { checkPassword } from './check-password.ts';
import { type Me, meOf } from './me.ts';
import { weakness } from './password-policy.ts';

/** Gives the caller a new password; needed before anything else after a first sign-in or a reset. */
export async function changePassword(
  app: App,
  { account }: Caller,
  input: InputOf<Contract['session']['changePassword']>,
): Promise<Result<Me>> {
  const checked = await checkPassword(app, account, input.current);
  if (!checked.ok) return checked;
  const weak = weakness(input.next, account.username);
  if (weak) return err([weak]);
  if (input.next === input.current) return refuse('password/same');
  const passwordHash = await app.passwords.hash(input.next);
  const changed = { ...checked.value, passwordHash, mustChangePassword: false };
  const { accountId } = account;
  app.store.write((writer) => {
    writer.saveAccount(changed);
    writer.audit({ at: app.clock.now(), actor: accountId, action: 'password-changed', target: accountId });
  });
  return ok(meOf(changed));
}
