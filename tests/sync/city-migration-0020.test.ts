import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openPglite } from '#city/store/database.ts';
import { openLedger } from '#city/store/ledger.ts';
import { cityMigrations, migrate } from '#city/store/migrate.ts';
import { readServerIdentity } from '#city/store/server-identity.ts';
import { testOffice } from '#tests/builders/offices.ts';

const bookId = '00000000-0000-7000-8000-0000000000b1';
const holder = '00000000-0000-7000-8000-0000000000d1';
const serverId = '00000000-0000-4000-8000-0000000000c1';

it('gives a city from before custody and signatures a term for each book and one key', async () => {
  const database = await openPglite();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mot-cua-steps-'));
  try {
    const [first = ''] = readdirSync(cityMigrations).sort();
    copyFileSync(path.join(cityMigrations, first), path.join(folder, first));
    await migrate(database, folder);
    const state = { bookId, book: 'birth', year: 2026, volume: '01', lastNumber: 37, entries: 0, epoch: 1 };
    const book = JSON.stringify({ ...state, openedOn: '2026-01-02', closedOn: '', holder });
    await database.session((session) =>
      session.script(`
        INSERT INTO server (server_id, receipt_key) VALUES ('${serverId}', '00');
        INSERT INTO communes (commune_id, profile) VALUES ('${testOffice.id}', '${JSON.stringify(testOffice)}');
        INSERT INTO books VALUES ('${testOffice.id}', '${bookId}', 'birth', 2026, 37, NULL, '${book}');`),
    );
    await migrate(database);
    const identity = await readServerIdentity(database.queries);
    expect(identity.serverId).toBe(serverId);
    expect((await readServerIdentity(database.queries)).receiptKey).toBe(identity.receiptKey);
    const ledger = await database.queries.transaction((queries) =>
      openLedger(queries, testOffice.id, {
        device: holder,
        eventIds: [],
        deviceSeqs: [],
        streams: [],
        numbers: [],
      }),
    );
    const known = ledger.books.get(bookId);
    expect(known?.state).toMatchObject({ holder, marks: [], requests: [], late: [] });
    expect(known?.state.terms).toMatchObject([{ holder, epoch: 1, after: 37 }]);
    expect(known?.state.terms[0]?.upTo).toBeUndefined();
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
