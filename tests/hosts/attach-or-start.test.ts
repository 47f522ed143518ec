import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { attachOrStart } from '#main/hosts/attach-or-start.ts';
import { announce, withdraw } from '#main/hosts/attachment.ts';
import { type HostConfig, readHostConfig } from '#main/hosts/host-config.ts';
import { type RunningHost, runHost } from '#main/hosts/loopback/run-host.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { openTestCore, type TestCore } from './test-core.ts';
import { startTestHost, type TestHost } from './transports.ts';

const notStarted = (): never => {
  throw new Error('a second core was started');
};

let office: TestCore;
let host: TestHost;
const runDir = mkdtempSync(path.join(tmpdir(), 'mot-cua-run-'));
const window = { runDir, ownsCore: false };

beforeAll(async () => {
  office = await openTestCore();
  host = await startTestHost(office.core);
});
afterAll(async () => {
  await host.close();
  await office.remove();
  rmSync(runDir, { recursive: true, force: true });
});
afterEach(() => withdraw(runDir));

const second = (): HostConfig =>
  readHostConfig({
    MOT_CUA_DATA_DIR: office.config.dataDir,
    MOT_CUA_RUN_DIR: runDir,
    MOT_CUA_MODE: 'demo',
  });
const announced = () => announce(runDir, { port: host.host.port, token: host.attachToken });

describe('a start of the application', () => {
  it('opens a window of the core that runs and starts none', async () => {
    await announced();
    for (const ownsCore of [true, false]) {
      const found = await attachOrStart({ runDir, ownsCore }, notStarted);
      expect(found).toMatchObject({ ok: true, value: { kind: 'attached' } });
    }
  });

  it('starts its own core past what a killed one left behind', async () => {
    await announce(runDir, { port: 1, token: 'of nobody' });
    const started = await attachOrStart({ runDir, ownsCore: true }, async () => ok('core'));
    expect(started).toEqual({ ok: true, value: { kind: 'started', core: 'core' } });
    writeFileSync(path.join(runDir, 'running-host.json'), 'cut sho');
    expect(await attachOrStart({ runDir, ownsCore: true }, async () => ok('core'))).toEqual(started);
  });

  it('never makes an office of its own where the service is away, but waits for it and says so', async () => {
    expect(codesOf(await attachOrStart(window, notStarted, 0))).toEqual(['host/service-away']);
    const waiting = attachOrStart(window, notStarted);
    await announced();
    expect(await waiting).toMatchObject({ ok: true, value: { kind: 'attached' } });
  });

  it.skipIf(process.getuid?.() === 0)('says who may not attach', async () => {
    await announced();
    chmodSync(path.join(runDir, 'running-host.json'), 0);
    expect(codesOf(await attachOrStart(window, notStarted))).toEqual(['host/not-allowed']);
  });

  it('attaches to a core that was still starting when it looked', async () => {
    const start = async (): Promise<Result<RunningHost>> => {
      const host = await runHost(second());
      await announced();
      return host;
    };
    const found = await attachOrStart({ runDir, ownsCore: true }, start);
    expect(found).toMatchObject({ ok: true, value: { kind: 'attached' } });
  });

  it('tells why its core could not start', async () => {
    const held = await runHost(second());
    if (held.ok) throw new Error('two cores');
    const start = async () => held;
    expect(await attachOrStart({ runDir, ownsCore: true }, start, 0)).toEqual(err(held.error));
  });
});

function codesOf(outcome: Result<unknown>) {
  return outcome.ok ? [] : outcome.error.map((each) => each.code);
}
