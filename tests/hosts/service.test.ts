import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHostConfig } from '#main/hosts/host-config.ts';
import { runHost } from '#main/hosts/loopback/run-host.ts';
import { launchUrlOfRunning } from '#tests/builders/launch-url.ts';
import { runEntry, type Started, startEntry } from './office-process.ts';
import { exchange } from './transports.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-service-'));
const runDir = path.join(folder, 'run');
const environment = {
  MOT_CUA_DATA_DIR: path.join(folder, 'data'),
  MOT_CUA_RUN_DIR: runDir,
  MOT_CUA_MODE: 'demo',
  MOT_CUA_RENDERER_DIR: path.join(root, 'src/renderer'),
};
let service: Started;

beforeAll(async () => {
  service = startEntry('service', environment);
  await service.says('đang chạy');
}, 60_000);
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the service', () => {
  it('runs without a window and tells its log no secret', async () => {
    expect(service.out()).not.toContain('launch');
    expect(service.errors()).toBe('');
  });

  it('opens windows of those who attach, and starts no second core for them', async () => {
    const { origin, hash } = new URL((await launchUrlOfRunning(runDir)) ?? '');
    expect((await exchange(origin, hash.slice(1))).status).toBe(204);
    const clerk = await runEntry('loopback', environment);
    expect(clerk.code).toBe(0);
    expect(clerk.out).toContain(`${origin}/launch#`);
  });

  it('lets its group attach and nobody read its data', () => {
    // Windows keeps rights in access lists, which the file mode does not show.
    if (process.platform === 'win32') return;
    const mode = (file: string): number => statSync(path.join(folder, file)).mode & 0o777;
    expect(mode('run/running-host.json')).toBe(0o640);
    expect(mode('data')).toBe(0o700);
    expect(mode('data/office.key')).toBe(0o600);
  });

  it('says why it does not start while another core holds the data', async () => {
    const second = await runEntry('service', environment);
    expect(second.code).toBe(1);
    expect(second.errors).toContain('store/locked-by-other');
    expect(await launchUrlOfRunning(runDir)).toBeDefined();
  });

  it('ends cleanly when the system asks for it', async () => {
    expect(await service.stop()).toBe(0);
    expect(service.errors()).toBe('');
    expect(await launchUrlOfRunning(runDir)).toBeUndefined();
  });

  it('keeps its key wrapped by a passphrase, and does not start without it', async () => {
    const words = path.join(folder, 'passphrase');
    writeFileSync(words, 'bốn từ dễ nhớ\n');
    const dataDir = path.join(folder, 'wrapped');
    const own = { ...environment, MOT_CUA_DATA_DIR: dataDir };
    const host = await runHost(readHostConfig({ ...own, MOT_CUA_PASSPHRASE_FILE: words }));
    if (!host.ok) throw new Error(JSON.stringify(host.error));
    await host.value.stop();
    expect(readFileSync(path.join(dataDir, 'office.key'), 'utf8')).not.toContain('plain');
    for (const missing of ['', path.join(folder, 'elsewhere')])
      expect(await runHost(readHostConfig({ ...own, MOT_CUA_PASSPHRASE_FILE: missing }))).toMatchObject({
        ok: false,
        error: [{ code: 'store/wrong-key' }],
      });
  });
});
