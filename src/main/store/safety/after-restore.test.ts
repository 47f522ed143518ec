import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { at, clerk, next, received } from '#tests/builders/store-events.ts';
import { type TestFolder, testDevice, testFolder, testKey } from '#tests/builders/test-store.ts';
import { backupName } from '../backup.ts';
import { nextLocalNumber } from '../local-references.ts';
import type { OpenStore } from '../open.ts';
import { restoreFile } from '../restore.ts';
import type { NewEvent } from '../types.ts';

function write(store: OpenStore, ...events: readonly NewEvent[]): void {
  store.write((writer) => writer.append(events, { actor: clerk, at: at(1) }));
}

/** An office whose file was lost after its backup, put back from it. */
function restoredOffice(folder: TestFolder, damage: (file: string) => void): OpenStore {
  const backups = join(folder.path, 'backups');
  mkdirSync(backups);
  const store = folder.open();
  write(store, received(1));
  const backup = join(backups, backupName(at(1)));
  store.backup(backup);
  write(store, received(2), next(1, 'dossier-handed-over', 1));
  store.close();
  damage(folder.file);
  const restored = restoreFile({ file: folder.file, key: testKey, backup, name: 'x' });
  expect(restored.ok).toBe(true);
  return folder.open();
}

test('what a file still shows after its backup comes back and waits to be sent', () => {
  using folder = testFolder();
  const store = restoredOffice(folder, () => undefined);
  expect(store.read((reader) => reader.outboxCounts().waiting)).toBe(3);
  expect(store.read((reader) => reader.dossierRows({ limit: 9, offset: 0 }).total)).toBe(2);
  write(store, received(3));
  expect(store.read((reader) => reader.safety.lastDeviceSeq(testDevice))).toBe(4);
});

test('opening again after that brings nothing twice', () => {
  using folder = testFolder();
  restoredOffice(folder, () => undefined).close();
  expect(folder.open().read((reader) => reader.outboxCounts().waiting)).toBe(3);
});

test('when nobody can tell which sequences were used, none that may have been is used again', () => {
  using folder = testFolder();
  const store = restoredOffice(folder, (file) => {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x55));
  });
  expect(store.read((reader) => reader.outboxCounts().waiting)).toBe(1);
  write(store, received(3));
  expect(store.read((reader) => reader.safety.lastDeviceSeq(testDevice))).toBeGreaterThan(1_000_000);
});

test.each([
  { what: 'what it shows', damage: () => undefined, last: 1 },
  {
    what: 'nothing',
    damage: (file: string) => writeFileSync(file, readFileSync(file).fill(0x55)),
    last: 1_000,
  },
])('a local reference of a lost file that shows $what is not given again', ({ damage, last }) => {
  using folder = testFolder();
  const store = restoredOffice(folder, damage);
  expect(store.write(nextLocalNumber)).toBe(last + 1);
});
