import type { Writer } from '#main/store/types.ts';
import { demoOffice } from '#shared/dossiers/demo-office.ts';
import type { AccountId } from '#shared/kernel/ids.ts';
import { localDate } from '#shared/kernel/instant.ts';
import { partsOf } from '#shared/kernel/plain-date.ts';
import { books } from '#shared/procedures/books.ts';
import { newAccount } from '../administration/new-account.ts';
import type { App } from '../app.ts';
import { writeBook } from '../register/open-book.ts';
import { isEnrolled, settingKeys } from '../settings.ts';

/** Makes a demo office that can work at once: profile, one account for each role, this year's books. Safe to repeat. */
export async function seedDemo(app: App): Promise<void> {
  const missing = app.demoAccounts.filter(
    (each) => !app.store.read((reader) => reader.accountByUsername(each.username)),
  );
  const accounts = await Promise.all(
    missing.map(async ({ username, password, fullName, role }) =>
      newAccount({
        accountId: app.newId<AccountId>(),
        username,
        fullName,
        roles: [role],
        passwordHash: await app.passwords.hash(password),
        mustChangePassword: false,
      }),
    ),
  );
  app.store.write((writer) => {
    if (!isEnrolled(writer)) writer.saveSetting(settingKeys.office, demoOffice);
    for (const account of accounts) writer.saveAccount(account);
    openBooks(app, writer);
  });
}

function openBooks(app: App, writer: Writer): void {
  const keeper = writer.accounts().find((account) => account.roles.includes('leader'));
  const { year } = partsOf(localDate(app.clock.now()));
  if (!keeper) return;
  for (const { kind } of books()) {
    if (writer.book(kind, year)) continue;
    const book = { book: kind, year, volume: '01', lastNumber: 0, startBasis: '' };
    writeBook(app, writer, book, keeper.accountId);
  }
}
