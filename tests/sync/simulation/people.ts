import { newAccount } from '#main/app/administration/new-account.ts';
import type { Passwords } from '#main/app/session/password.ts';
import type { Account } from '#main/store/types.ts';
import type { Role } from '#shared/dossiers/roles.ts';
import { type AccountId, asId } from '#shared/kernel/ids.ts';

export type Seat = 'desk' | 'officer' | 'leader' | 'administrator';
/** Where dossiers are worked on. */
export const seats = ['desk', 'officer', 'leader'] as const satisfies readonly Seat[];

export const people: Readonly<Record<Seat, { readonly username: string; readonly role: Role }>> = {
  desk: { username: 'tiepnhan', role: 'reception-clerk' },
  officer: { username: 'hotich', role: 'civil-status-officer' },
  leader: { username: 'lanhdao', role: 'leader' },
  administrator: { username: 'quantri', role: 'it-administrator' },
};

export const simulatedPassword = 'SongHong2026';

/** What a guess costs is not under test here. */
export const plainPasswords: Passwords = {
  hash: (password) => Promise.resolve(`plain:${password}`),
  verify: (password, hash) => Promise.resolve(hash === `plain:${password}`),
};

export function simulatedAccounts(): readonly Account[] {
  return Object.values(people).map(({ username, role }, index) =>
    newAccount({
      accountId: asId<AccountId>(`00000000-0000-7000-8000-0000000000a${index}`),
      username,
      fullName: `Cán bộ ${username}`,
      roles: [role],
      passwordHash: `plain:${simulatedPassword}`,
      mustChangePassword: false,
    }),
  );
}
