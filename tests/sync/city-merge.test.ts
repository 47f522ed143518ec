import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readDossiers } from '#city/store/dossier-states.ts';
import { held } from '#city/store/schema.ts';
import { changesBetween } from '#shared/dossiers/fact-changes.ts';
import type { Facts } from '#shared/forms/field.ts';
import { problem } from '#shared/kernel/problem.ts';
import { samplePayloads } from '#tests/builders/dossier-events.ts';
import { fixtureProcedure } from '#tests/builders/fixture-procedure.ts';
import { openTestDatabases } from '#tests/setup/city-databases.ts';
import { acceptable, testCatalogues } from '#tests/setup/sync-catalogues.ts';
import {
  EventWriter,
  enrolProtocolDevice,
  type ProtocolDevice,
  startTestCity,
  type TestCity,
} from '#tests/setup/test-city.ts';

const databases = await openTestDatabases();
afterAll(() => databases.close());

const declared = acceptable.facts as Facts;
const guest = { 'member.kind': 'guest', 'member.host': 'Trần Văn Mời' };
const renamed = { 'member.name': { family: 'Trịnh', middle: 'Thị', given: 'Lưới' } };

/** Its rules look at two fields together. */
const pairedProcedure: typeof fixtureProcedure = {
  ...fixtureProcedure,
  id: 'paired',
  rules: (facts) =>
    facts['member.kind'] === 'guest' && JSON.stringify(facts['member.name']).includes('Lưới')
      ? [problem('rule/procedure', 'error', 'Người này không được mời (X02)', 'member.kind')]
      : [],
};
const catalogues = {
  ...testCatalogues,
  findProcedure: (id: string) => (id === 'paired' ? pairedProcedure : testCatalogues.findProcedure(id)),
};

describe.each(databases.each)('two machines on one dossier, at a city on $name', ({ database }) => {
  let test: TestCity;
  let here: ProtocolDevice;
  let there: ProtocolDevice;
  let mine: EventWriter;
  let theirs: EventWriter;
  let stream: string;

  beforeEach(async () => {
    test = await startTestCity({ database, catalogues });
    here = await enrolProtocolDevice(test);
    there = await enrolProtocolDevice(test);
    mine = new EventWriter(test.office.id, here.device);
    theirs = new EventWriter(test.office.id, there.device);
    stream = randomUUID();
    return () => test.close();
  });

  const answers = async (device: ProtocolDevice, ...events: readonly object[]): Promise<readonly string[]> =>
    (await device.push(events)).answers.map((each) => ('reason' in each ? each.reason : each.outcome));

  /** Received here, seen there. */
  async function received(payload: object = {}): Promise<void> {
    expect(
      await answers(here, mine.write('dossier-received', stream, { ...acceptable, ...payload })),
    ).toEqual(['accepted']);
    theirs.sees(stream, 1);
  }

  const correction = (author: EventWriter, change: Facts, before: Facts = declared) => {
    const facts = { ...before, ...change };
    const parties = 'member.name' in change ? pairedProcedure.parties(facts) : {};
    const changes = changesBetween(before, facts);
    return author.write('declaration-corrected', stream, { facts, reason: 'Sửa', changes, parties });
  };
  const sample = (author: EventWriter, kind: Parameters<typeof samplePayloads>[0]) =>
    author.write(kind, stream, samplePayloads(kind)[0] ?? {});

  const state = async () => {
    const states = await readDossiers(database.queries, test.office.id, [stream]);
    return states.get(stream);
  };
  const branches = () =>
    database.queries
      .select()
      .from(held)
      .where(and(eq(held.office, test.office.id)));

  it('puts corrections of different fields together, in either order', async () => {
    await received();
    const guestThere = correction(theirs, guest as Facts);
    expect(await answers(there, guestThere)).toEqual(['accepted']);
    expect(await answers(here, correction(mine, renamed))).toEqual(['accepted']);
    expect((await state())?.facts).toEqual({ ...declared, ...guest, ...renamed });
    expect((await state())?.parties.subject).toBe('Trịnh Thị Lưới');
  });

  it('holds a correction of the same field, names it and keeps both versions', async () => {
    await received();
    await answers(there, correction(theirs, renamed));
    const other = correction(mine, {
      'member.name': { family: 'Trịnh', middle: 'Thị', given: 'Vợt' },
    });
    const [answer] = (await here.push([other])).answers;
    expect(answer).toMatchObject({ outcome: 'held', reason: 'city/stale-base', field: 'member.name' });
    expect(answer && 'message' in answer ? answer.message : '').toContain('“Họ tên hội viên”');
    const [branch] = await branches();
    expect(JSON.parse(branch?.envelope ?? '')).toMatchObject({ id: other.id, payload: other.payload });
    expect((await state())?.facts).toEqual({ ...declared, ...renamed });
  });

  it('holds a merge that the rules of the procedure refuse, though each half was right', async () => {
    await received({ procedure: 'paired' });
    await answers(there, correction(theirs, guest as Facts));
    expect(await answers(here, correction(mine, renamed))).toEqual(['city/stale-base']);
    expect((await branches())[0]?.message).toContain('X02');
  });

  it('takes what only records beside what was decided, and the other way round', async () => {
    await received();
    expect(await answers(here, sample(mine, 'document-printed'), sample(mine, 'print-settled'))).toEqual([
      'accepted',
      'accepted',
    ]);
    expect(await answers(there, sample(theirs, 'dossier-handed-over'))).toEqual(['accepted']);
    expect(await answers(here, { ...sample(mine, 'document-printed'), base: 3 })).toEqual(['accepted']);
    expect(await state()).toMatchObject({ status: 'under-review', version: 5 });
  });

  it('holds a decision made without seeing another', async () => {
    await received();
    await answers(there, correction(theirs, renamed));
    expect(await answers(here, sample(mine, 'dossier-handed-over'))).toEqual(['city/stale-base']);
  });

  it('closes a branch by the event in which a person chose, once', async () => {
    await received();
    await answers(there, correction(theirs, renamed));
    const branch = sample(mine, 'dossier-handed-over');
    await answers(here, branch);
    mine.sees(stream, 2);
    const closing = mine.write('conflict-resolved', stream, {
      branch: [branch.id],
      choice: 'mine',
      fields: [],
      note: '',
    });
    const again = mine.write('dossier-handed-over', stream, branch.payload);
    expect(await answers(here, closing, again)).toEqual(['accepted', 'accepted']);
    expect((await branches()).map((row) => row.resolvedAt !== null)).toEqual([true]);
    expect(await state()).toMatchObject({ status: 'under-review', version: 4 });
    const wrong = mine.write('conflict-resolved', stream, { ...closing.payload, branch: [again.id] });
    expect(await answers(here, wrong)).toEqual(['city/stale-base']);
  });

  it('takes a corrected reception in place of one it refused', async () => {
    const bad = mine.write('dossier-received', stream, { ...acceptable, facts: {} });
    expect(await answers(here, bad)).toEqual(['city/invalid-facts']);
    mine.sees(stream, 0);
    const good = mine.write('dossier-received', stream, { ...acceptable, replaces: [bad.id] });
    expect(await answers(here, good)).toEqual(['accepted']);
    expect((await branches()).map((row) => row.resolvedAt !== null)).toEqual([true]);
  });
});
