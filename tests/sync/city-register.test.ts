import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { entries } from '#city/store/schema.ts';
import { samplePayloads } from '#tests/builders/dossier-events.ts';
import { openTestDatabases } from '#tests/setup/city-databases.ts';
import { acceptable, testCatalogues } from '#tests/setup/sync-catalogues.ts';
import {
  EventWriter,
  enrolProtocolDevice,
  type ProtocolDevice,
  reasons,
  startTestCity,
  type TestCity,
} from '#tests/setup/test-city.ts';

const databases = await openTestDatabases();
afterAll(() => databases.close());

const opened = samplePayloads('book-opened')[0];
const registered = samplePayloads('entry-registered')[0];
if (!opened || !registered) throw new Error('the samples are missing');

describe.each(databases.each)('the register at a city on $name', ({ database }) => {
  let test: TestCity;
  let device: ProtocolDevice;
  let writer: EventWriter;
  let bookId: string;

  beforeEach(async () => {
    test = await startTestCity({ database, catalogues: testCatalogues });
    device = await enrolProtocolDevice(test);
    writer = new EventWriter(test.office.id, device.device);
    bookId = randomUUID();
    return () => test.close();
  });

  const openBook = (over: object = {}, author = writer) =>
    author.write('book-opened', bookId, { ...opened, bookId, ...over });

  /** A dossier up to its entry under a number. */
  const dossierWith = (number: number, author = writer, entry: object = {}) => {
    const stream = randomUUID();
    return [
      author.write('dossier-received', stream, acceptable),
      author.write('dossier-handed-over', stream, samplePayloads('dossier-handed-over')[0] ?? {}),
      author.write('entry-registered', stream, {
        ...registered,
        entry: { ...registered.entry, entryId: randomUUID(), bookId, number, ...entry },
      }),
    ];
  };

  it('keeps each number once, in whatever order the dossiers arrive', async () => {
    const [first, second] = [dossierWith(1), dossierWith(2)];
    expect(await reasons(device, [openBook(), ...second, ...first])).toEqual(Array(7).fill('accepted'));
    const again = dossierWith(2);
    expect((await reasons(device, again)).at(-1)).toBe('city/number-taken');
    const rows = await database.queries
      .select()
      .from(entries)
      .where(and(eq(entries.office, test.office.id), eq(entries.bookId, bookId)));
    expect(rows.map((row) => row.number).toSorted()).toEqual([1, 2]);
  });

  it('holds a number of the paper book, of an unopened book and of an older epoch', async () => {
    expect((await reasons(device, dossierWith(1))).at(-1)).toBe('register/no-book');
    await reasons(device, [openBook({ lastNumber: 37, epoch: 2 })]);
    expect((await reasons(device, dossierWith(37, writer, { epoch: 2 }))).at(-1)).toBe('city/number-taken');
    expect((await reasons(device, dossierWith(38, writer, { epoch: 1 }))).at(-1)).toBe('city/stale-epoch');
    expect((await reasons(device, dossierWith(38, writer, { epoch: 2 }))).at(-1)).toBe('accepted');
  });

  it('lets only the holder of a book give numbers or open the same year again', async () => {
    await reasons(device, [openBook()]);
    const other = await enrolProtocolDevice(test);
    const others = new EventWriter(test.office.id, other.device);
    expect((await reasons(other, dossierWith(1, others))).at(-1)).toBe('city/stale-epoch');
    const second = others.write('book-opened', randomUUID(), opened);
    const rival = { ...second, payload: { ...opened, bookId: second.stream } };
    expect(await reasons(other, [rival])).toEqual(['city/stale-epoch']);
  });

  it('takes a late entry of a closed book, but no number beyond its end', async () => {
    const closed = { bookId, lastNumber: 2, closedOn: '2026-12-31' };
    await reasons(device, [openBook(), writer.write('book-closed', bookId, closed)]);
    expect((await reasons(device, dossierWith(2))).at(-1)).toBe('accepted');
    expect((await reasons(device, dossierWith(3))).at(-1)).toBe('register/book-closed');
  });

  it('refuses numbers that no register holds', async () => {
    await reasons(device, [openBook()]);
    expect((await reasons(device, dossierWith(9_007_199_254_740_991))).at(-1)).toBe('city/malformed');
  });
});
