import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { feedLines } from '#city/app/feed-lines.ts';
import { readDossiers } from '#city/store/dossier-states.ts';
import { feedEvent, readDay, readFeed } from '#city/store/feed-page.ts';
import { cityMigrations, migrate } from '#city/store/migrate.ts';
import { saveFeed } from '#city/store/save-feed.ts';
import { communes } from '#city/store/schema.ts';
import { foldDossier } from '#shared/dossiers/fold.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import { samplePayloads } from '#tests/builders/dossier-events.ts';
import { testOffice } from '#tests/builders/offices.ts';
import { openTestDatabases } from '#tests/setup/city-databases.ts';
import { EventWriter } from '#tests/setup/test-city.ts';

const databases = await openTestDatabases();
afterAll(() => databases.close());

const stream = '00000000-0000-7000-8000-0000000000a1';
const before = ['0010', '0020', '0040', '0050'];

it.each(databases.each)(
  'keeps feed, days and states of a city from before blocks on $name',
  async ({ database }) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'mot-cua-steps-'));
    try {
      for (const name of readdirSync(cityMigrations).filter((each) => before.includes(each.slice(0, 4)))) {
        copyFileSync(path.join(cityMigrations, name), path.join(folder, name));
      }
      await migrate(database, folder);
      const writer = new EventWriter(testOffice.id, '00000000-0000-7000-8000-0000000000d1');
      const received = writer.write('dossier-received', stream, samplePayloads('dossier-received')[0] ?? {});
      const folded = foldDossier(undefined, received);
      if (!folded.ok) throw new Error('the sample does not fold');
      const state = folded.value;
      await database.session(async (session) => {
        const office = testOffice.id;
        await session.rows('INSERT INTO communes (commune_id, profile) VALUES ($1, $2)', [
          office,
          testOffice,
        ]);
        await session.rows(
          `INSERT INTO feed (commune_id, feed_seq, event_id, device, device_seq, kind, stream, digest, envelope, receipt, accepted_at)
         VALUES ($1, 1, $2, $3, 1, $4, $5, 'd1', $6, 'r1', now())`,
          [office, received.id, received.device, received.kind, stream, JSON.stringify(received)],
        );
        await session.rows(`INSERT INTO dossiers VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, [
          office,
          stream,
          state.status,
          state.code,
          state.localRef,
          state.procedure,
          state.receivedAt,
          JSON.stringify(state),
        ]);
      });
      await migrate(database);

      const { queries } = database;
      const told = writer.write(
        'dossier-handed-over',
        stream,
        samplePayloads('dossier-handed-over')[0] ?? {},
      );
      await saveFeed(queries, testOffice.id, [accepted(told)]);
      const rows = await readFeed(queries, testOffice.id, { after: 0, head: 2, limit: 10 });
      expect(rows.map(feedEvent)).toEqual([
        { ...received, feedSeq: 1, receipt: 'r1' },
        { ...told, feedSeq: 2, receipt: 'r2' },
      ]);
      await queries.update(communes).set({ feedHead: 2 }).where(eq(communes.office, testOffice.id));
      const lines: unknown[] = [];
      for await (const line of feedLines(database, testOffice.id)) lines.push(JSON.parse(line));
      expect(lines).toEqual([received, told]);
      const day = await readDay(queries, testOffice.id, '2026-11-23', '2026-11-24');
      expect(day.map(({ id }) => id)).toEqual([received.id, told.id]);
      const after = foldDossier(state, told);
      expect(after.ok && (await readDossiers(queries, testOffice.id, [stream])).get(stream)).toEqual(
        after.ok && after.value,
      );
      const [row] = await database.session((session) =>
        session.rows('SELECT version, subject, status FROM dossiers'),
      );
      expect(row).toEqual({ version: 1, subject: state.parties.subject, status: state.status });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

function accepted(envelope: Envelope) {
  const acceptance = { digest: 'd2', feedSeq: 2, receipt: 'r2', acceptedAt: '2026-11-23T02:00:01.000Z' };
  return { envelope, text: JSON.stringify(envelope), acceptance };
}
