import { randomInt } from 'node:crypto';
import type { AccountId } from '#shared/kernel/ids.ts';
import type { App } from '../app.ts';
import { newAccount } from './new-account.ts';

const USERNAME = 'quantri';
/** Without letters and digits that are read wrongly from a screen. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz';
const DIGITS = '23456789';

/**
 * Lets somebody into a machine that has no account yet.
 * @returns user name and a password for one sign-in; undefined once there are accounts
 */
export async function firstAdministrator(
  app: App,
): Promise<{ readonly username: string; readonly password: string } | undefined> {
  if (app.store.read((reader) => reader.accounts()).length > 0) return undefined;
  const password = `${pick(LETTERS, 8)}${pick(DIGITS, 4)}`;
  const account = newAccount({
    accountId: app.newId<AccountId>(),
    username: USERNAME,
    fullName: 'Cán bộ CNTT',
    roles: ['it-administrator'],
    passwordHash: await app.passwords.hash(password),
    mustChangePassword: true,
  });
  app.store.write((writer) => writer.saveAccount(account));
  return { username: USERNAME, password };
}

function pick(from: string, count: number): string {
  return Array.from({ length: count }, () => from[randomInt(from.length)]).join('');
}
