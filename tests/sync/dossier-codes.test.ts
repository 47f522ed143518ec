import { and, eq } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { codeLeases } from '#city/store/schema.ts';
import { demoOffice } from '#shared/dossiers/demo-office.ts';
import { receiveExample } from '#tests/builders/receive-example.ts';
import { type Machine, type TwoMachines, twoMachines } from '#tests/setup/two-offices.ts';

const eventually = (check: () => Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 60_000, interval: 50 });

async function leased({ office }: Machine): Promise<number> {
  const book = office.core.store.read((reader) => reader.setting<{ leases: unknown[] }>('code-book'));
  return book?.leases.length ?? 0;
}

async function codeOf({ desk }: Machine, dossierId: string): Promise<string> {
  return (await desk.dossiers.get({ dossierId })).code;
}

const received = (machine: Machine) => receiveExample(machine.desk, 'birth-registration');

it('codes taken ahead are given without the line, and follow by themselves where there were none', async () => {
  await using machines: TwoMachines = await twoMachines();
  const { here, there, database } = machines;
  await there.line.cut();
  const early = await received(there);
  expect(early.code).toBe('');
  expect(early.localRef).not.toBe('');

  await eventually(async () => expect(await leased(here)).toBe(2));
  await here.line.cut();
  const [first, second] = [await received(here), await received(here)];
  expect([first.code, second.code]).toEqual(['H26.12-261001-0001', 'H26.12-261001-0002']);
  const slip = await here.desk.documents.preview({ dossierId: first.dossierId, document: 'receipt-slip' });
  expect(slip.html).toContain(first.code);

  await there.line.restore();
  there.office.core.sync.retry();
  await eventually(async () => {
    const { leader } = there;
    if ((await codeOf(there, early.dossierId)) === '') there.office.core.sync.retry();
    expect((await leader.sync.status({})).counts).toMatchObject({ waiting: 0, sending: 0 });
    expect(await codeOf(there, early.dossierId)).toMatch(/-261001-00\d\d$/);
  });
  const codes = [first.code, second.code, await codeOf(there, early.dossierId)];
  expect(new Set(codes).size).toBe(3);

  await here.line.restore();
  here.office.pass({ minutes: 24 * 60 });
  here.office.core.sync.retry();
  await here.office.signedIn('tiepnhan');
  await eventually(async () => {
    const rows = await database.queries
      .select()
      .from(codeLeases)
      .where(
        and(eq(codeLeases.office, demoOffice.id), eq(codeLeases.day, '2026-10-01'), eq(codeLeases.from, 1)),
      );
    expect(rows[0]?.closedAt).not.toBeNull();
    expect(rows[0]?.unused).toEqual([{ from: 3, to: 40 }]);
  });
}, 120_000);
