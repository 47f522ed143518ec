import { open } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { StoreWriteError } from '../store-write-error.ts';
import { fileDiskError } from './file-disk.ts';

it.runIf(process.platform === 'linux')('tells a full disk from a bug, as the database does', async () => {
  const full = await open('/dev/full', 'w');
  const error = await full.write('x').then(
    () => undefined,
    (refused: unknown) => refused,
  );
  await full.close();
  const told = fileDiskError(error);
  expect(told).toBeInstanceOf(StoreWriteError);
  expect(told).toMatchObject({ code: 'store/disk-full' });
  const bug = new TypeError('not the disk');
  expect(fileDiskError(bug)).toBe(bug);
});
