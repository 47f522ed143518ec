import path from 'node:path';
import { createMergeableStore, type MergeableStore } from 'tinybase';
import { createBetterSqlite3Persister } from 'tinybase/persisters/persister-better-sqlite3';
import { openFloor } from '../sync/floor-database.ts';

/** A mergeable store and what keeps it, as the documentation has it: saved by itself after each change. */
export async function openKept(folder: string, file: string): Promise<Kept> {
  const store = createMergeableStore();
  const persister = createBetterSqlite3Persister(store, openFloor(path.join(folder, file)), 'kept');
  await persister.startAutoPersisting();
  return { store, persister };
}

export type Kept = {
  readonly store: MergeableStore;
  readonly persister: ReturnType<typeof createBetterSqlite3Persister>;
};
