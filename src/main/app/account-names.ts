import type { Reader } from '#main/store/types.ts';

/** Full names by account id, for texts that tell who did something; an account of another machine stays an id. */
export function accountNames(reader: Reader): (accountId: string) => string {
  const names = new Map<string, string>(
    reader.accounts().map((account) => [account.accountId, account.fullName]),
  );
  return (accountId) => names.get(accountId) ?? accountId;
}
