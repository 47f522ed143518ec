import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { differingBuckets, emptyStateSum } from '#shared/sync/state-sum.ts';
import { at, clerk, received } from '#tests/builders/store-events.ts';
import { testFolder, testKey } from '#tests/builders/test-store.ts';
import { asideOf } from './aside.ts';
import { faultsOf } from './backup.ts';

test('a backup made beside the core is sound and holds what was committed, while the core goes on writing', async () => {
  using folder = testFolder();
  const store = folder.open();
  const write = (number: number) =>
    store.write((writer) => writer.append([received(number)], { actor: clerk, at: at(1) }));
  for (let number = 1; number <= 50; number += 1) write(number);
  const to = join(folder.path, 'copy.db');
  const copying = asideOf({ file: folder.file, key: testKey }).backup(to);
  write(51);
  expect(await copying).toBeGreaterThan(0);
  write(52);
  expect(faultsOf(to, testKey)).toEqual([]);
});

test('a failed backup leaves no file and says why', async () => {
  using folder = testFolder();
  folder.open();
  const to = join(folder.path, 'nowhere', 'copy.db');
  await expect(asideOf({ file: folder.file, key: testKey }).backup(to)).rejects.toThrow();
  expect(existsSync(to)).toBe(false);
});

test('the whole-state sum changes with what the lists show', async () => {
  using folder = testFolder();
  const store = folder.open();
  const aside = asideOf({ file: folder.file, key: testKey });
  expect(differingBuckets((await aside.stateSum()).sum, emptyStateSum())).toBe(0);
  store.write((writer) => writer.append([received(1)], { actor: clerk, at: at(1) }));
  expect(differingBuckets((await aside.stateSum()).sum, emptyStateSum())).toBe(1);
});
