import type { Account } from '#main/store/types.ts';
import type { AccountId } from '#shared/kernel/ids.ts';

/** An account as it begins, with the usual appearance and no failed tries. */
export function newAccount(
  given: Pick<Account, 'username' | 'fullName' | 'roles' | 'passwordHash' | 'mustChangePassword'> & {
    readonly accountId: AccountId;
  },
): Account {
  return {
    ...given,
    active: true,
    failedTries: 0,
    lockedUntil: '',
    lastSignInAt: '',
    textSize: 'medium',
    colourScheme: 'light',
  };
}
