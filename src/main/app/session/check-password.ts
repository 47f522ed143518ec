import type { Account } from '#main/store/types.ts';
import { type Instant, instantFromMillis, millisOf } from '#shared/kernel/instant.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import { refuse } from '../refuse.ts';

const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** Verified in place of an unknown account's hash, so that the time taken does not tell which names exist. */
const NOBODY = `$scrypt$ln=17,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/**
 * Checks a password against an account. After five failures the account waits, twice as long each time up to
 * fifteen minutes; the count is in the database, so a restart does not clear it.
 */
export async function checkPassword(
  app: App,
  account: Account | undefined,
  password: string,
): Promise<Result<Account>> {
  const now = app.clock.now();
  const wait = account ? waitMs(account, now) : 0;
  if (wait > 0) return refuse('session/too-many-tries', waitMessage(wait));
  const right = await app.passwords.verify(password, account?.passwordHash ?? NOBODY);
  if (!account) return refuse('session/wrong-password');
  return app.store.write((writer) => {
    const current = writer.account(account.accountId) ?? account;
    if (right) {
      const cleared = { ...current, failedTries: 0, lockedUntil: '' };
      if (current.failedTries > 0) writer.saveAccount(cleared);
      return ok(cleared);
    }
    const failedTries = current.failedTries + 1;
    writer.saveAccount({ ...current, failedTries, lockedUntil: lockedUntil(failedTries, now) });
    writer.audit({ at: now, actor: account.accountId, action: 'sign-in-failed', target: account.accountId });
    return refuse('session/wrong-password');
  });
}

function waitMs(account: Account, now: Instant): number {
  if (account.lockedUntil === '') return 0;
  // A clock set back must not keep a person out for longer than the longest wait.
  return Math.min(millisOf(account.lockedUntil as Instant) - millisOf(now), LONGEST_WAIT_MS);
}

function lockedUntil(failedTries: number, now: Instant): string {
  if (failedTries < FREE_TRIES) return '';
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (failedTries - FREE_TRIES), LONGEST_WAIT_MS);
  return instantFromMillis(millisOf(now) + wait);
}

function waitMessage(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const time = seconds < 60 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`;
  return `Nhập sai nhiều lần. Hãy đợi ${time} rồi thử lại.`;
}
