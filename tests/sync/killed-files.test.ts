import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { openPglite } from '#city/store/database.ts';
import { scryptPasswords } from '#main/app/session/password.ts';
import { type Core, type CoreClient, composeCore, connectInProcess } from '#main/compose.ts';
import { attachFile, readWhole } from '#tests/builders/attach-file.ts';
import { pdfOf } from '#tests/builders/file-bytes.ts';
import { demoPassword } from '#tests/builders/office-core.ts';
import { seededRandom } from '#tests/builders/random.ts';
import { receiveExample } from '#tests/builders/receive-example.ts';
import { startTestCity } from '#tests/setup/test-city.ts';

const child = new URL('../builders/files-child.ts', import.meta.url);
const seed = Number(process.env.SEED ?? 20_261_121);
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function open(dataDir: string): Promise<{ core: Core; desk: CoreClient }> {
  const composed = await composeCore(
    { dataDir, mode: 'demo', deviceName: 'Máy thử', cityUrl: '', enrolmentCode: '' },
    { passwords: scryptPasswords(4) },
  );
  if (!composed.ok) throw new Error(JSON.stringify(composed.error));
  const desk = connectInProcess(composed.value, 'window');
  await desk.session.signIn({ username: 'tiepnhan', password: demoPassword });
  return { core: composed.value, desk };
}

async function started(...args: readonly string[]): Promise<ChildProcess> {
  const process = fork(child, [...args]);
  await once(process, 'message');
  return process;
}

async function kill(process: ChildProcess): Promise<void> {
  const ended = once(process, 'close');
  process.kill('SIGKILL');
  await ended;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

it('keeps every file a window was told is attached, whole, when the core is killed at any moment', async () => {
  const random = seededRandom(seed);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mot-cua-killed-'));
  const first = await open(dataDir);
  const { dossierId } = await receiveExample(first.desk, 'birth-registration');
  await first.core.close();
  const told: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const process = fork(child, [dataDir, 'attach', dossierId]);
    process.on('message', (sha256: string) => told.push(sha256));
    await once(process, 'message');
    await pause(random() * 300);
    await kill(process);
  }
  const { core, desk } = await open(dataDir);
  const { files } = await desk.files.list({ owner: { dossierId } });
  const hashes: string[] = [];
  for (const { fileId } of files) hashes.push(sha256Of(await readWhole(desk, fileId)));
  expect(told.length).toBeGreaterThanOrEqual(3);
  expect(
    told.filter((each) => !hashes.includes(each)),
    `seed ${seed}`,
  ).toEqual([]);
  expect(readdirSync(path.join(dataDir, 'files', 'unfinished'))).toEqual([]);
  await core.close();
  rmSync(dataDir, { recursive: true, force: true });
});

it('goes on with an upload where it stood when the core is killed at any chunk', async () => {
  const random = seededRandom(seed);
  const database = await openPglite();
  const city = await startTestCity({ database });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mot-cua-killed-'));
  const bytes = pdfOf(1_600_000);
  const { core, desk } = await open(dataDir);
  core.store.write((writer) => {
    writer.saveSetting('office', city.office);
    // 400 kB a second: the file takes some four seconds, so that kills meet it on its way.
    writer.saveSetting('administration', { uploadKilobitsPerSecond: 3_200 });
  });
  expect(await core.sync.enrol(city.url, await city.newCode())).toMatchObject({ ok: true });
  const { dossierId } = await receiveExample(desk, 'birth-registration');
  const { fileId } = await attachFile(desk, { dossierId }, bytes);
  await core.close();

  const partial = (): number => {
    const uploads = readdirSync(path.join(city.filesDir, 'uploads')).filter(
      (name) => !name.endsWith('.json'),
    );
    return Math.max(
      0,
      ...uploads.map((name) => readFileSync(path.join(city.filesDir, 'uploads', name)).length),
    );
  };
  const reached: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const process = await started(dataDir, 'send');
    const before = partial();
    await vi.waitFor(() => expect(partial()).toBeGreaterThan(before), { timeout: 20_000, interval: 10 });
    await pause(random() * 400);
    await kill(process);
    reached.push(partial());
  }
  expect(
    [...reached].sort((a, b) => a - b),
    `seed ${seed}`,
  ).toEqual(reached);
  const last = await open(dataDir);
  last.core.start();
  await vi.waitFor(
    async () =>
      expect(await last.desk.files.list({ owner: { dossierId } })).toMatchObject({ total: 1, sent: 1 }),
    { timeout: 20_000, interval: 50 },
  );
  const stored = readdirSync(city.filesDir, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith(sha256Of(bytes)),
  );
  expect(readFileSync(path.join(city.filesDir, stored ?? 'none'))).toEqual(bytes);
  expect(await readWhole(last.desk, fileId)).toEqual(bytes);
  await last.core.close();
  await city.close();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});
