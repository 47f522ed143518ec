import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { held } from '#city/store/schema.ts';
import type { CoreClient } from '#main/compose.ts';
import { vietnamCalendar } from '#shared/deadlines/vietnam-calendar.ts';
import { problem } from '#shared/kernel/problem.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import { receiveExample } from '#tests/builders/receive-example.ts';
import { refusalOf } from '#tests/builders/refusals.ts';
import { type Machine, type TwoMachines, twoMachines } from '#tests/setup/two-offices.ts';

const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 20_000, interval: 50 });

const minh = { family: 'Nguyễn', middle: 'Minh', given: 'Ánh' };
const thu = { family: 'Nguyễn', middle: 'Thu', given: 'Anh' };

let machines: TwoMachines;
let here: Machine;
let there: Machine;
let dossierId: string;

async function begin(catalogues?: Parameters<typeof twoMachines>[0]): Promise<void> {
  machines = await twoMachines(catalogues);
  ({ here, there } = machines);
}

const view = (client: CoreClient) => client.dossiers.get({ dossierId });
/** The city has all of it, and this many steps count; an official code may have been given meanwhile. */
const isSynced = async (client: CoreClient, steps: number): Promise<void> => {
  const { sync, timeline } = await view(client);
  const counted = timeline.filter((item) => item.kind !== 'code-assigned' && item.sync !== 'resolved');
  expect([sync, counted.length]).toEqual(['accepted', steps]);
};

async function act(client: CoreClient, action: Parameters<typeof client.dossiers.act>[0]['action']) {
  const { version: seen } = await view(client);
  return client.dossiers.act({ dossierId, seen, action });
}

async function correct(client: CoreClient, change: Readonly<Record<string, unknown>>): Promise<void> {
  const { facts } = await view(client);
  const reason = 'Công dân báo sai';
  await act(client, { kind: 'declaration-corrected', facts: { ...facts, ...change }, reason });
}

/** Received on one machine and known on the other; then both lose the line. */
async function sharedAndApart(): Promise<void> {
  ({ dossierId } = await receiveExample(here.desk, 'birth-registration'));
  await eventually(() => isSynced(there.desk, 1));
  await here.line.cut();
  await there.line.cut();
}

/** The other machine speaks first. */
async function together(expectedThere: number): Promise<void> {
  await there.line.restore();
  await eventually(() => isSynced(there.desk, expectedThere));
  await here.line.restore();
}

const openBranches = async () => {
  const rows = await machines.database.queries.select().from(held).where(eq(held.outcome, 'held'));
  return rows
    .filter((row) => row.resolvedAt === null && JSON.parse(row.envelope).stream === dossierId)
    .map((row) => JSON.parse(row.envelope).kind);
};

afterEach(() => machines[Symbol.asyncDispose]());

describe('two machines of an office that worked apart', () => {
  beforeEach(() => begin());

  it('keep what each changed when the fields differ', async () => {
    await sharedAndApart();
    await correct(there.desk, { 'child.name': minh });
    await correct(here.desk, { 'requester.phone': '0912000111' });
    await together(2);
    for (const { desk } of [here, there]) {
      await eventually(() => isSynced(desk, 3));
      const { facts, subject } = await view(desk);
      expect([facts['child.name'], facts['requester.phone'], subject]).toEqual([
        minh,
        '0912000111',
        'Nguyễn Minh Ánh',
      ]);
    }
  });

  it('ask a person when one field has two values, and agree on what was chosen', async () => {
    await sharedAndApart();
    await correct(there.desk, { 'child.name': minh });
    await correct(here.desk, { 'child.name': thu, 'requester.phone': '0912000111' });
    await together(2);
    await eventually(async () => expect((await view(here.desk)).sync).toBe('needs-you'));
    const { rows } = await here.desk.conflicts.list({});
    expect(rows).toMatchObject([{ dossierId, text: 'Sửa nội dung khai', actor: 'Nguyễn Thu Mẫu' }]);
    const found = await here.desk.conflicts.get({ dossierId });
    expect(found.fields).toMatchObject([
      { key: 'requester.phone', mine: '0912000111', clash: false },
      { key: 'child.name', mine: thu, theirs: minh, clash: true },
    ]);
    expect(found.theirs.steps).toMatchObject([{ text: 'Sửa nội dung khai' }]);
    const { seen } = found;
    expect(await refusalOf(here.desk.conflicts.resolve({ dossierId, seen, choice: 'fields' }))).toEqual([
      'dossier/conflict',
    ]);
    expect(await refusalOf(here.desk.conflicts.resolve({ dossierId, seen: 'x', choice: 'mine' }))).toEqual([
      'dossier/changed',
    ]);
    await here.desk.conflicts.resolve({
      dossierId,
      seen,
      choice: 'fields',
      fields: { 'child.name': 'theirs' },
    });
    for (const { desk } of [here, there]) {
      await eventually(() => isSynced(desk, 4));
      const { facts, timeline } = await view(desk);
      expect([facts['child.name'], facts['requester.phone']]).toEqual([minh, '0912000111']);
      expect(timeline.map((item) => item.kind)).toContain('conflict-resolved');
    }
    expect((await view(here.desk)).timeline.map((item) => item.sync)).toContain('resolved');
    expect(await refusalOf(here.desk.conflicts.get({ dossierId }))).toEqual(['sync/no-conflict']);
  });

  it.each([
    ['mine', 'under-review', 5],
    ['theirs', 'received', 4],
  ] as const)('keep %s of two decisions, and the print in any case', async (choice, status, version) => {
    await sharedAndApart();
    await correct(there.desk, { 'child.name': minh });
    await act(here.desk, { kind: 'dossier-handed-over', note: '' });
    await here.desk.documents.print({ dossierId, document: 'receipt-slip', copies: 1 });
    await together(2);
    await eventually(async () => expect(await openBranches()).toContain('dossier-handed-over'));
    const found = await eventually(() => here.desk.conflicts.get({ dossierId }));
    expect(found.mine.steps.slice(0, 2)).toMatchObject([
      { fits: true, records: false },
      { fits: true, records: true },
    ]);
    await here.desk.conflicts.resolve({ dossierId, seen: found.seen, choice });
    for (const { desk } of [here, there]) {
      await eventually(() => isSynced(desk, version));
      expect(await view(desk)).toMatchObject({ status, facts: { 'child.name': minh } });
    }
    expect(await openBranches()).toEqual([]);
    const slip = (await view(there.desk)).documents.find(({ id }) => id === 'receipt-slip');
    expect(slip).toBeDefined();
  });

  it('show a clerk the branch of a colleague on the dossier, but not in the own list', async () => {
    await sharedAndApart();
    await correct(there.desk, { 'child.name': minh });
    await correct(here.desk, { 'child.name': thu });
    await together(2);
    await eventually(async () => expect((await view(here.desk)).sync).toBe('needs-you'));
    expect((await here.officer.conflicts.list({})).total).toBe(0);
    expect((await here.leader.conflicts.list({})).total).toBe(1);
    expect((await here.officer.conflicts.get({ dossierId })).choices).toEqual(['mine', 'theirs', 'fields']);
    expect((await here.leader.conflicts.get({ dossierId })).choices).toEqual([]);
  });

  it('void a number whose entry nobody keeps', async () => {
    await sharedAndApart();
    await act(there.desk, { kind: 'dossier-handed-over', note: '' });
    await together(2);
    await eventually(() => isSynced(here.officer, 2));
    await here.line.cut();
    await there.line.cut();
    await correct(there.desk, { 'child.name': minh });
    await act(here.officer, { kind: 'entry-registered' });
    await together(3);
    const found = await eventually(() => here.officer.conflicts.get({ dossierId }));
    expect(found.choices).toEqual(['mine', 'theirs']);
    await here.officer.conflicts.resolve({ dossierId, seen: found.seen, choice: 'theirs' });
    for (const { desk } of [here, there]) await eventually(() => isSynced(desk, 4));
    const { timeline } = await view(here.officer);
    expect(timeline.filter((item) => item.kind === 'entry-registered')).toMatchObject([{ sync: 'resolved' }]);
    const [book] = await here.officer.register.books({});
    const next = await here.officer.register.proposal({ dossierId });
    expect([book?.lastNumber, next.number]).toEqual([1, 2]);
  });
});

/** A city whose law knows one rule more than the machines. */
const stricter = (id: string): AnyProcedure | undefined => {
  const procedure = findProcedure(id);
  return (
    procedure && {
      ...procedure,
      rules: (facts, context) => [
        ...procedure.rules(facts, context),
        ...(facts['requester.phone'] === '0912999999'
          ? [problem('rule/procedure', 'error', 'Số điện thoại này đã khóa (X01)', 'requester.phone')]
          : []),
      ],
    }
  );
};

describe('a reception the city refuses', () => {
  beforeEach(() => begin({ calendar: vietnamCalendar, findProcedure: stricter }));

  it('is corrected in place and sent again with what followed it; unchanged it is not', async () => {
    ({ dossierId } = await receiveExample(here.desk, 'birth-registration', {
      'requester.phone': '0912999999',
    }));
    await act(here.desk, { kind: 'dossier-handed-over', note: '' });
    await eventually(async () => expect((await view(here.desk)).sync).toBe('refused'));
    const found = await here.desk.conflicts.get({ dossierId });
    expect(found).toMatchObject({ kind: 'refused', field: 'requester.phone', choices: ['fields'] });
    const { seen } = found;
    const again = { dossierId, seen, choice: 'fields' as const };
    expect(await refusalOf(here.desk.conflicts.resolve(again))).toEqual(['dossier/invalid']);
    const facts = { ...found.mine.facts, 'requester.phone': '0912000111' };
    await here.desk.conflicts.resolve({ ...again, facts });
    for (const { desk } of [here, there]) {
      await eventually(() => isSynced(desk, 2));
      expect(await view(desk)).toMatchObject({ status: 'under-review', facts });
    }
  });
});
