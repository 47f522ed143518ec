import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPglite } from '#city/store/database.ts';
import { feed } from '#city/store/schema.ts';
import { type NarrowLine, openNarrowLine } from '#tests/setup/narrow-line.ts';
import { acceptable, testCatalogues } from '#tests/setup/sync-catalogues.ts';
import { startTestCity, type TestCity } from '#tests/setup/test-city.ts';
import { openTestDevice, type TestDevice } from '#tests/setup/test-device.ts';

const database = await openPglite();
afterAll(() => database.close());

const EVENTS = 400;
/** Of one request: some fifty of these events. */
const NARROW = 4_000;

const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 50_000, interval: 25 });

describe('a backlog over a line that cuts large requests off', () => {
  let test: TestCity;
  let line: NarrowLine;
  let device: TestDevice;

  beforeEach(async () => {
    test = await startTestCity({ database, catalogues: testCatalogues });
    line = await openNarrowLine(test.url);
    device = openTestDevice(test.office.id);
    expect(await device.engine.enrol(line.url, await test.newCode())).toMatchObject({ ok: true });
    const backlog = Array.from({ length: EVENTS }, () => ({
      kind: 'dossier-received' as const,
      stream: randomUUID(),
      base: 0,
      payload: acceptable,
    }));
    device.append(...backlog);
  });

  afterEach(async () => {
    await device.close();
    line.close();
    await test.close();
  });

  it('goes in batches that shrink until they pass and grow again on a good line, each event once', async () => {
    line.carries = NARROW;
    device.engine.start();
    await eventually(() => expect(device.counts().accepted).toBeGreaterThan(EVENTS / 4));
    expect(line.cuts).toBeGreaterThan(1);
    const narrow = line.carried.length;
    expect(Math.max(...line.carried)).toBeLessThanOrEqual(NARROW);

    line.carries = Number.POSITIVE_INFINITY;
    await eventually(() => expect(device.counts()).toEqual({ accepted: EVENTS }));
    expect(Math.max(...line.carried.slice(narrow))).toBeGreaterThan(NARROW);

    const rows = await database.queries.select().from(feed).where(eq(feed.office, test.office.id));
    expect(rows.map((row) => row.deviceSeq).sort((one, other) => one - other)).toEqual(
      Array.from({ length: EVENTS }, (_, index) => index + 1),
    );
  });
});
