import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Database, openPglite } from '#city/store/database.ts';
import { feed } from '#city/store/schema.ts';
import { composeCore } from '#main/compose.ts';
import { restoreCopy } from '#main/hosts/cli/restore-copy.ts';
import { readHostConfig } from '#main/hosts/host-config.ts';
import { keptBytes } from '#main/store/files/kept-bytes.ts';
import { readCopy } from '#main/store/second-copy/read-copy.ts';
import { SecondCopy } from '#main/store/second-copy/second-copy.ts';
import { systemClock } from '#main/system-clock.ts';
import { demoOffice } from '#shared/dossiers/demo-office.ts';
import { testKey } from '#tests/builders/test-store.ts';
import { startTestCity, type TestCity } from '#tests/setup/test-city.ts';
import { openTestDevice, type TestDevice } from '#tests/setup/test-device.ts';

const eventually = (check: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 30_000, interval: 25 });

const program = fileURLToPath(new URL('../builders/second-copy-child.ts', import.meta.url));

describe('the second copy', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-copy-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  describe('of a device', () => {
    let device: TestDevice;
    let copy: SecondCopy;
    let medium: string;
    beforeEach(() => {
      medium = path.join(folder, 'usb');
      mkdirSync(medium);
      device = openTestDevice('HN-COPY');
      device.store.write((writer) => writer.saveSetting('office', { id: 'HN-COPY' }));
      const parts = {
        store: device.store,
        clock: systemClock,
        bytes: keptBytes(device.folder.path, testKey),
        device: device.deviceId,
        deviceName: 'Máy thử',
      };
      copy = new SecondCopy({ ...parts, onFault: () => undefined });
    });
    afterEach(async () => {
      await copy.stop();
      await device.close();
    });
    const segments = (): readonly string[] =>
      readdirSync(medium, { recursive: true })
        .map(String)
        .filter((name) => name.includes('events-'));

    it('holds what the city has not taken, and says when it is behind', async () => {
      const code = copy.choose(medium, false);
      device.receive();
      expect(copy.status()).toMatchObject({ behind: 1, failed: false });
      await copy.flush();
      device.receive();
      await copy.flush();
      expect(copy.status()).toMatchObject({ behind: 0, folder: medium });
      expect(segments()).toHaveLength(2);
      const read = await readCopy(medium, code.toLowerCase());
      expect(read).toMatchObject({ ok: true, value: { device: device.deviceId, unreadable: [] } });
      expect(read.ok && read.value.events).toHaveLength(2);
      expect(await readCopy(medium, 'WRONG')).toMatchObject({ error: [{ code: 'copy/wrong-code' }] });
      expect(await readCopy(folder, code)).toMatchObject({ error: [{ code: 'copy/not-found' }] });
    });

    it('lets go of what the city took, and takes it back when the city lost it', async () => {
      const code = copy.choose(medium, false);
      device.receive();
      await copy.flush();
      const [item] = device.outbox();
      const answer = { id: item?.eventId ?? '', feedSeq: 1, receipt: 'R/1', acceptedAt: systemClock.now() };
      device.store.write((writer) => writer.settle([{ ...answer, outcome: 'accepted' }], systemClock.now()));
      await copy.flush();
      expect(segments()).toEqual([]);
      device.store.write((writer) => writer.safety.loseFeedAfter(0));
      await copy.flush();
      const read = await readCopy(medium, code);
      expect(read.ok && read.value.events).toHaveLength(1);
    });

    it('says that its medium is away, makes no folder in its place, and catches up when it is back', async () => {
      copy.choose(medium, false);
      await copy.flush();
      renameSync(medium, `${medium}-away`);
      device.receive();
      await copy.flush();
      expect(copy.status()).toMatchObject({ behind: 1, failed: true });
      expect(readdirSync(folder)).toEqual(['usb-away']);
      renameSync(`${medium}-away`, medium);
      await copy.flush();
      expect(copy.status()).toMatchObject({ behind: 0, failed: false });
    });

    it('is sealed anew for another code', async () => {
      const first = copy.choose(medium, false);
      device.receive();
      await copy.flush();
      const second = copy.choose(medium, true);
      await copy.flush();
      expect(copy.choose(medium, false)).toBe('');
      expect(await readCopy(medium, first)).toMatchObject({ ok: false });
      const read = await readCopy(medium, second);
      expect(read.ok && read.value.events).toHaveLength(1);
    });
  });

  describe('of a machine that was killed', () => {
    let test: TestCity;
    let database: Database;
    // One for each: every demo office opens the same books.
    beforeEach(async () => {
      database = await openPglite();
      test = await startTestCity({ database, office: demoOffice });
    });
    afterEach(async () => {
      await test.close();
      await database.close();
    });

    /** Of receptions, one for each dossier. */
    const streamsAtCity = async (): Promise<readonly string[]> => {
      const rows = await database.queries
        .select({ stream: feed.stream })
        .from(feed)
        .where(and(eq(feed.office, demoOffice.id), eq(feed.kind, 'dossier-received')));
      return rows.map((row) => row.stream);
    };

    it.each(['may-cu', 'may-moi'])(
      'brings its unsent work to a spare PC and the city, once, as %s',
      async (identity) => {
        const medium = path.join(folder, 'usb');
        mkdirSync(medium);
        const child = fork(program, [path.join(folder, 'old'), medium], { execArgv: [] });
        const { code, received } = await workAndKill(child);
        const dataDir = path.join(folder, `new-${identity}`);
        const config = readHostConfig({ MOT_CUA_DATA_DIR: dataDir, MOT_CUA_CITY_URL: test.url });
        const outcome = await restoreCopy.run(config, [medium, code, await test.newCode(), identity]);
        expect(outcome).toMatchObject({ ok: true, value: { attention: false } });

        const core = await composeCore({ ...config, passphraseFile: undefined });
        if (!core.ok) throw new Error(JSON.stringify(core.error));
        const { store, sync } = core.value;
        const here = (): readonly string[] =>
          store.read((reader) =>
            reader.dossierRows({ limit: 200, offset: 0 }).rows.map((row) => row.dossierId),
          );
        expect(here()).toEqual(expect.arrayContaining([...received]));
        expect(store.read((reader) => reader.accounts().length)).toBeGreaterThan(2);
        sync.start();
        await eventually(() => {
          expect(store.read((reader) => reader.outboxCounts())).toMatchObject({ waiting: 0, sending: 0 });
          expect(store.read((reader) => reader.safety.offerCounts())).toMatchObject({
            waiting: 0,
            stopped: 0,
          });
        });
        await core.value.close();
        expect(await streamsAtCity()).toEqual(expect.arrayContaining([...received]));
        if (identity === 'may-cu') return;

        // The machine was not dead after all: what it still has arrives once.
        const old = await composeCore({
          ...config,
          dataDir: path.join(folder, 'old'),
          passphraseFile: undefined,
        });
        if (!old.ok) throw new Error(JSON.stringify(old.error));
        await old.value.sync.enrol(test.url, await test.newCode());
        old.value.sync.start();
        await eventually(() =>
          expect(old.value.store.read((reader) => reader.outboxCounts())).toMatchObject({
            ...{ waiting: 0, sending: 0, 'needs-you': 0, refused: 0 },
          }),
        );
        await old.value.close();
        const streams = await streamsAtCity();
        expect(new Set(streams).size).toBe(streams.length);
      },
    );
  });
});

/** Lets the office receive for a while and kills it. @returns what it received long enough before its end */
async function workAndKill(
  child: ChildProcess,
): Promise<{ readonly code: string; readonly received: readonly string[] }> {
  const said: { recoveryCode?: string; dossierId?: string; at?: number }[] = [];
  child.on('message', (message) => said.push(message as (typeof said)[number]));
  await eventually(() => expect(said.length).toBeGreaterThan(30));
  const killedAt = Date.now();
  child.kill('SIGKILL');
  await once(child, 'exit');
  const received = said.flatMap(({ dossierId, at = killedAt }) =>
    dossierId !== undefined && at < killedAt - 5_000 ? [dossierId] : [],
  );
  return { code: said[0]?.recoveryCode ?? '', received };
}
