import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenStore, openStore } from '#main/store/open.ts';
import type { StoreOptions } from '#main/store/store-options.ts';
import { type AnyId, asId, formatUuidV7 } from '#shared/kernel/ids.ts';

export const testKey = Buffer.alloc(32, 7);
export const testDevice = '00000000-0000-7000-8000-00000000d001';
export const testOfficeId = 'HN-CG';

export function newTestId<T extends AnyId>(): T {
  return asId<T>(formatUuidV7(Date.now(), randomBytes(10)));
}

export type TestFolder = Disposable & {
  readonly path: string;
  readonly file: string;
  options(overrides?: Partial<StoreOptions>): StoreOptions;
  /** Opens the folder's store, or fails the test with the reason; closed with the folder. */
  open(overrides?: Partial<StoreOptions>): OpenStore;
};

/** A temporary folder with a real encrypted store in it. */
export function testFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), 'mot-cua-store-'));
  const file = join(path, 'office.db');
  const opened: OpenStore[] = [];
  const options = (overrides: Partial<StoreOptions> = {}): StoreOptions => ({
    file,
    key: testKey,
    deviceId: testDevice,
    officeId: testOfficeId,
    newId: newTestId,
    ...overrides,
  });
  return {
    path,
    file,
    options,
    open(overrides) {
      const store = openStore(options(overrides));
      if (!store.ok) throw new Error(JSON.stringify(store.error));
      opened.push(store.value);
      return store.value;
    },
    [Symbol.dispose]() {
      for (const store of opened) store.close();
      rmSync(path, { recursive: true, force: true });
    },
  };
}
