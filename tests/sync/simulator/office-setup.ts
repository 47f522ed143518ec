import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CoreClient } from '#main/compose.ts';
import type { Role } from '#shared/dossiers/roles.ts';
import { books } from '#shared/procedures/books.ts';
import type { Device } from './device.ts';
import type { WindowName } from './plan.ts';
import { simulatedDay } from './simulated-time.ts';

export type Windows = Readonly<Record<WindowName, CoreClient>>;

const people: Readonly<Record<WindowName, { readonly username: string; readonly role: Role }>> = {
  desk: { username: 'tiepnhan', role: 'reception-clerk' },
  officer: { username: 'hotich', role: 'civil-status-officer' },
  leader: { username: 'lanhdao', role: 'leader' },
};
const windowNames: readonly WindowName[] = ['desk', 'officer', 'leader'];
const password = 'SongHong2026';
const firstPassword = 'LanDau2026x';

/** What an administrator does to a new machine, through the contract: enrolment, accounts, first passwords. */
export async function setUpDevice(
  device: Device,
  about: { readonly dataDir: string; readonly cityUrl: string; readonly code: string },
): Promise<void> {
  const administrator = device.window('setup');
  const note = readFileSync(path.join(about.dataDir, 'dang-nhap-lan-dau.txt'), 'utf8');
  const [, username = '', given = ''] = /: (\S+) \/ (\S+)/.exec(note) ?? [];
  await administrator.session.signIn({ username, password: given });
  await administrator.session.changePassword({ current: given, next: password });
  await administrator.administration.enrol({ cityUrl: about.cityUrl, code: about.code });
  for (const name of windowNames) {
    const person = people[name];
    await administrator.administration.createAccount({
      username: person.username,
      fullName: `Cán bộ ${person.username}`,
      roles: [person.role],
      password: firstPassword,
    });
    const own = device.window(name);
    await own.session.signIn({ username: person.username, password: firstPassword });
    await own.session.changePassword({ current: firstPassword, next: password });
  }
}

export async function openBooks({ leader }: Windows): Promise<void> {
  const year = Number(simulatedDay.slice(0, 4));
  for (const { kind } of books()) {
    await leader.register.open({ book: kind, year, volume: '01', lastNumber: 0, startBasis: '' });
  }
}

/** Everybody sits down again: a restart forgets who sat where. */
export async function signIn(device: Device): Promise<Windows> {
  for (const name of windowNames) {
    await device.window(name).session.signIn({ username: people[name].username, password });
  }
  return { desk: device.window('desk'), officer: device.window('officer'), leader: device.window('leader') };
}
