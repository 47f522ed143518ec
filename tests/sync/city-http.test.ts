import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '#city/store/folder-lock.ts';
import { healthSchema, SERVER_HEADER } from '#shared/sync/protocol.ts';
import { openTestDatabases } from '#tests/setup/city-databases.ts';
import { acceptable, testCatalogues } from '#tests/setup/sync-catalogues.ts';
import { EventWriter, enrolProtocolDevice, startTestCity, type TestCity } from '#tests/setup/test-city.ts';

const databases = await openTestDatabases();
afterAll(() => databases.close());

describe.each(databases.each)('the HTTP face of a city on $name', ({ database }) => {
  let test: TestCity;

  beforeEach(async () => {
    test = await startTestCity({ database, catalogues: testCatalogues });
    return () => test.close();
  });

  it('says who it is in every answer, errors included', async () => {
    for (const where of ['/v1/health', '/v1/pull?after=0', '/nowhere']) {
      const reply = await fetch(test.url + where);
      expect(reply.headers.get(SERVER_HEADER)).toBe(test.city.serverId);
      expect(reply.headers.get('content-type')).toContain('application/json');
    }
    const health = healthSchema.parse(await (await fetch(`${test.url}/v1/health`)).json());
    expect(health.serverId).toBe(test.city.serverId);
  });

  it('keeps its identity over a restart', async () => {
    const again = await startTestCity({ database });
    expect(again.city.serverId).toBe(test.city.serverId);
    await again.close();
  });

  it('documents each route', async () => {
    const api = (await (await fetch(`${test.url}/docs/json`)).json()) as { paths: object };
    expect(Object.keys(api.paths)).toEqual(
      expect.arrayContaining(['/v1/enrol', '/v1/health', '/v1/pull', '/v1/push', '/v1/offer', '/v1/sealed']),
    );
  });

  it('refuses bodies that do not unpack or are no JSON', async () => {
    const { token } = await enrolProtocolDevice(test);
    const post = async (body: BodyInit, headers: Record<string, string>): Promise<number> =>
      (
        await fetch(`${test.url}/v1/push`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
          body,
        })
      ).status;
    expect(await post('not zstd', { 'content-encoding': 'zstd' })).toBe(400);
    expect(await post('{}', { 'content-encoding': 'br' })).toBe(415);
    expect(await post('{"a":', {})).toBe(400);
    const bomb = zstdCompressSync(Buffer.alloc(64 * 1024 * 1024, 0x20));
    expect(await post(new Uint8Array(bomb), { 'content-encoding': 'zstd' })).toBe(413);
  });

  it('reads no body of a device it does not know', async () => {
    const answers = ['/v1/push', '/v1/offer', '/v1/sealed', '/v1/device-key'].map((where) =>
      fetch(test.url + where, {
        method: 'POST',
        headers: {
          ...{ authorization: 'Bearer HN-ELSEWHERE.device.secret', 'content-encoding': 'zstd' },
          'content-type': 'application/json',
        },
        body: 'not zstd',
      }),
    );
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([401, 401, 401, 401]);
  });

  it('takes the batches of many devices that come at once, a few at a time', async () => {
    const devices = await Promise.all(Array.from({ length: 20 }, () => enrolProtocolDevice(test)));
    const sent = devices.map((device) => {
      const writer = new EventWriter(test.office.id, device.device);
      return device.push([writer.write('dossier-received', randomUUID(), acceptable)]);
    });
    const seqs = (await Promise.all(sent)).map(
      ({ answers: [answer] }) => answer && 'feedSeq' in answer && answer.feedSeq,
    );
    expect(seqs.toSorted((a, b) => Number(a) - Number(b))).toEqual(devices.map((_, index) => index + 1));
  });

  it('serves the feed in pages that never skip an event, with or without own ones', async () => {
    const devices = [await enrolProtocolDevice(test), await enrolProtocolDevice(test)] as const;
    for (let turn = 0; turn < 3; turn += 1) {
      for (const device of devices) {
        const writer = new EventWriter(test.office.id, device.device);
        const event = writer.write('dossier-received', randomUUID(), acceptable, { deviceSeq: turn + 1 });
        await device.push([event]);
      }
    }
    const [device] = devices;
    const seen = async (own: 'include' | 'skip'): Promise<readonly number[]> => {
      const seqs: number[] = [];
      for (let after = 0; ; ) {
        const page = await device.pull(after, own, 2);
        seqs.push(...page.events.map((event) => event.feedSeq));
        if (page.upTo === page.head) return seqs;
        after = page.upTo;
      }
    };
    expect(await seen('include')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await seen('skip')).toEqual([2, 4, 6]);
  });

  it('shows one commune nothing of another', async () => {
    const device = await enrolProtocolDevice(test);
    const writer = new EventWriter(test.office.id, device.device);
    await device.push([writer.write('dossier-received', randomUUID(), acceptable)]);
    const elsewhere = await startTestCity({ database, catalogues: testCatalogues });
    const stranger = await enrolProtocolDevice(elsewhere);
    expect(await stranger.pull(0)).toMatchObject({ events: [], head: 0 });
    await elsewhere.close();
  });
});

describe('npm run city', () => {
  it('serves the demo commune, says where, and ends cleanly on SIGTERM', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'mot-cua-city-'));
    const entry = path.resolve(import.meta.dirname, '../../src/city-server/entry.ts');
    const child = spawn(process.execPath, [entry, '--demo'], {
      env: {
        ...process.env,
        PORT: '0',
        DATABASE_URL: '',
        CITY_DATA_DIR: path.join(folder, 'data'),
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const line = await new Promise<string>((resolve) =>
      child.stdout.once('data', (text) => resolve(String(text))),
    );
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? '';
    expect(line).toContain('DEMO-CAUGIAY-2026');
    expect((await fetch(`${address}/v1/health`)).status).toBe(200);
    await expect(lockFolder(path.join(folder, 'data'))).rejects.toThrow('another process');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await (await lockFolder(path.join(folder, 'data'))).release();
    rmSync(folder, { recursive: true, force: true });
  });
});
