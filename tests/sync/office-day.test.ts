import { expect, it, vi } from 'vitest';
import { composeCity } from '#city/compose.ts';
import { defaultLimits } from '#city/config.ts';
import { seedDemo } from '#city/demo.ts';
import { DEMO_ENROLMENT_CODE } from '#shared/dossiers/demo-office.ts';
import { officeCore } from '#tests/builders/office-core.ts';
import { receiveExample } from '#tests/builders/receive-example.ts';

it('carries what an office did while it was alone to the city, each event with a receipt', async () => {
  const city = await composeCity({
    host: '127.0.0.1',
    port: 0,
    database: { kind: 'pglite', folder: undefined },
    logLevel: 'silent',
    limits: defaultLimits,
  });
  await seedDemo(city);
  const cityUrl = await city.listen();
  try {
    await using office = await officeCore({}, { cityUrl, enrolmentCode: DEMO_ENROLMENT_CODE });
    const desk = await office.signedIn('tiepnhan');
    const officer = await office.signedIn('hotich');
    for (const procedure of ['birth-registration', 'death-registration']) {
      const { dossierId } = await receiveExample(desk, procedure);
      await desk.dossiers.act({ dossierId, seen: 1, action: { kind: 'dossier-handed-over', note: '' } });
      await officer.dossiers.act({ dossierId, seen: 2, action: { kind: 'entry-registered' } });
      await desk.documents.print({ dossierId, document: 'receipt-slip', copies: 1 });
    }
    const leader = await office.signedIn('lanhdao');
    const { total } = await leader.sync.items({ states: ['waiting'] });
    office.core.start();
    await vi.waitFor(
      async () => {
        const { counts } = await leader.sync.status({});
        expect(counts).toMatchObject({ waiting: 0, sending: 0, accepted: total + 2 });
      },
      { timeout: 45_000, interval: 100 },
    );
    const { rows, total: all } = await leader.sync.items({});
    // Each dossier gets its official code once the line is back.
    expect(all).toBe(total + 2);
    expect(rows.map((row) => row.state)).toEqual(Array.from({ length: all }, () => 'accepted'));
    expect(new Set(rows.map((row) => row.receipt)).size).toBe(all);
  } finally {
    await city.close();
  }
});
