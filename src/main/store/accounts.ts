import { asc, eq } from 'drizzle-orm';
import type { AccountId } from '#shared/kernel/ids.ts';
import type { Connection } from './connection.ts';
import { accounts } from './schema.ts';
import type { Account } from './types.ts';

export function accountReader({ db }: Connection) {
  return {
    accounts: (): readonly Account[] => db.select().from(accounts).orderBy(asc(accounts.username)).all(),
    /** Usernames are told apart without regard to case. */
    accountByUsername: (username: string): Account | undefined =>
      db.select().from(accounts).where(eq(accounts.username, username)).get(),
    account: (id: AccountId): Account | undefined =>
      db.select().from(accounts).where(eq(accounts.accountId, id)).get(),
  };
}

export function accountWriter({ db }: Connection) {
  return {
    saveAccount(account: Account): void {
      db.insert(accounts)
        .values(account)
        .onConflictDoUpdate({ target: accounts.accountId, set: account })
        .run();
    },
  };
}
