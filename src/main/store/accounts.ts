import { asc, eq, sql } from 'drizzle-orm';
import type { AccountId } from '#shared/kernel/ids.ts';
import type { Connection } from './connection.ts';
import { accounts } from './schema.ts';
import type { Account } from './types.ts';

export function accountReader({ db }: Connection) {
  const all = db.select().from(accounts).orderBy(asc(accounts.username)).prepare();
  const byUsername = db
    .select()
    .from(accounts)
    .where(eq(accounts.username, sql.placeholder('username')))
    .prepare();
  const byId = db
    .select()
    .from(accounts)
    .where(eq(accounts.accountId, sql.placeholder('id')))
    .prepare();
  return {
    accounts: (): readonly Account[] => all.all(),
    /** Usernames are told apart without regard to case. */
    accountByUsername: (username: string): Account | undefined => byUsername.get({ username }),
    account: (id: AccountId): Account | undefined => byId.get({ id }),
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
