import type { Reader } from '#main/store/types.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Full names by account id, for texts that tell who did something; accounts of other machines are not known here. */
export function accountNames(reader: Reader): (accountId: string) => string {
  const names = new Map<string, string>(
    reader.accounts().map((account) => [account.accountId, account.fullName]),
  );
  return (accountId) => names.get(accountId) ?? (ID.test(accountId) ? 'Cán bộ ở máy khác' : accountId);
}
