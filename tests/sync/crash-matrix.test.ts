import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeFiles } from '#main/compose.ts';
import { restoreNewest } from '#main/store/restore.ts';
import { seededRandom, whole } from '#tests/builders/random.ts';
import { type CoreUnderTest, startCore } from './crash-matrix/core-under-test.ts';
import { backUpOnce, cutLog, damagePage } from './crash-matrix/faults.ts';
import { type Found, lookAfter } from './crash-matrix/look-after.ts';
import { type Proof, type Work, works } from './crash-matrix/messages.ts';
import { officeKey } from './crash-matrix/office-key.ts';
import { smallDisk } from './crash-matrix/small-disk.ts';

const seed = Math.floor(Math.random() * 1_000_000);
const random = seededRandom(seed);
/** Room for a new office and little more. */
const DISK_MB = 5;
/** The same where no disk can be mounted. */
const SPARE_PAGES = 4;
const nothingLost = { opens: true, missing: [], untold: [], told: [], faults: [] };
const table: string[] = [];
const row = (work: Work, fault: string, steps: number, found: Found, words: string): void => {
  const missing = found.opens ? `${found.missing.length}` : 'all';
  table.push(
    [work.padEnd(11), fault.padEnd(20), `${steps}`.padStart(6), missing.padStart(7), words].join(' | '),
  );
};

afterAll(() => {
  console.log(
    [
      `seed ${seed}`,
      'work        | fault                |  acked | missing | what the clerk is told',
      ...table,
    ].join('\n'),
  );
});

const proofsOf = (core: CoreUnderTest): readonly Proof[] => core.done.map(({ proof }) => proof);

async function inFolder(work: (dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mot-cua-crash-'));
  try {
    await work(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The same files elsewhere, for one more fault. */
async function inCopy(of: string, work: (dataDir: string) => Promise<void>): Promise<void> {
  await inFolder((dataDir) => {
    cpSync(of, dataDir, { recursive: true });
    return work(dataDir);
  });
}

describe.each(works)('a core killed at “%s”', (work) => {
  const killed = mkdtempSync(path.join(tmpdir(), 'mot-cua-killed-'));
  let core: CoreUnderTest;

  // SIGKILL in the middle of whatever it does; every other fault is found on a copy of what that leaves.
  beforeAll(async () => {
    core = await startCore({ dataDir: killed, work });
    core.begin();
    await core.until(() => core.done.length >= 3);
    await sleep(whole(random, 0, 120));
    await core.kill();
  });
  afterAll(() => rmSync(killed, { recursive: true, force: true }));

  it('keeps every step it acknowledged', async () => {
    await inCopy(killed, async (dataDir) => {
      const found = await lookAfter(dataDir, proofsOf(core));
      row(work, 'SIGKILL', core.done.length, found, '');
      expect(found).toEqual(nothingLost);
    });
  });

  it('loses at most the last second when the log was cut off, and says exactly what', async () => {
    await inCopy(killed, async (dataDir) => {
      cutLog(dataDir);
      const found = await lookAfter(dataDir, proofsOf(core));
      row(work, 'truncated WAL', core.done.length, found, found.opens ? found.told.join('; ') : '');
      expect(found).toMatchObject({ opens: true, untold: [], faults: [] });
      const missing = found.opens ? found.missing : [];
      const last = core.done.at(-1)?.at ?? 0;
      expect(core.done.filter(({ proof, at }) => missing.includes(proof) && last - at > 1_000)).toEqual([]);
    });
  });

  it('says that the file is damaged, and comes back from a backup with all that can still be read', async () => {
    await inCopy(killed, async (dataDir) => {
      const { database: file, backups: backupsDir } = officeFiles(dataDir);
      const key = officeKey(dataDir);
      backUpOnce(file, key, backupsDir);
      damagePage(dataDir);
      const found = await lookAfter(dataDir, []);
      const problem = found.opens ? undefined : found.problem;
      expect(problem).toMatchObject({
        code: 'store/damaged',
        message: expect.stringContaining('Tệp được giữ nguyên'),
      });
      expect(restoreNewest({ file, key, backupsDir, name: 'test' })).toMatchObject({ ok: true });
      const after = await lookAfter(dataDir, proofsOf(core));
      row(work, 'corrupt page', core.done.length, after, problem?.message ?? '');
      expect(after).toEqual(nothingLost);
    });
  });

  it('says that the disk is read-only, and leaves the files as they were', async (context) => {
    const disk = smallDisk(64, 'chmod');
    if (disk.kind === 'chmod' && process.getuid?.() === 0) {
      disk.remove();
      table.push(
        `${work.padEnd(11)} | r/o: NOT TESTED, this process may not mount and root writes everywhere`,
      );
      return context.skip('nothing is read-only for root, and it may not mount');
    }
    try {
      cpSync(killed, disk.folder, { recursive: true });
      disk.makeReadOnly();
      const found = await lookAfter(disk.folder, []);
      const problem = found.opens ? undefined : found.problem;
      expect(problem?.code).toBe('store/read-only');
      await inCopy(disk.folder, async (dataDir) => {
        const after = await lookAfter(dataDir, proofsOf(core));
        row(work, `r/o, ${disk.kind}`, core.done.length, after, problem?.message ?? '');
        expect(after).toEqual(nothingLost);
      });
    } finally {
      disk.remove();
    }
  });

  it('says that the disk is full, keeps what was saved, and goes on when there is space', async () => {
    const disk = smallDisk(DISK_MB, 'max_page_count');
    const limit = disk.kind === 'max_page_count' ? { sparePages: SPARE_PAGES } : {};
    try {
      const full = await startCore({ dataDir: disk.folder, work, ...limit });
      full.begin();
      await full.until(() => full.refusals.length >= 3);
      await full.kill();
      const [refusal] = full.refusals;
      expect(refusal).toMatchObject({
        code: 'store/disk-full',
        message: expect.stringContaining('chưa được lưu'),
      });
      await inCopy(disk.folder, async (dataDir) => {
        const found = await lookAfter(dataDir, proofsOf(full));
        row(work, `full, ${disk.kind}`, full.done.length, found, refusal?.message ?? '');
        expect(found).toEqual(nothingLost);
      });
    } finally {
      disk.remove();
    }
  });
});
