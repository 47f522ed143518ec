import path from 'node:path';
import { createMergeableStore, type MergeableStore } from 'tinybase';
import { createBetterSqlite3Persister } from 'tinybase/persisters/persister-better-sqlite3';
import { createWsSynchronizer, type Synchronizer } from 'tinybase/synchronizers/synchronizer-ws-client';
import type { WebSocket } from 'ws';
import { openDurable } from '../sync/floor-database.ts';

/**
 * How many changes stand in one store. An end sends all that the other has not in one message, and closes the
 * connection at one of more than 16 MiB, so that more changes are kept in several stores.
 */
export const CHANGES_A_STORE = 2_500;

/** In seconds; one by itself, within which a message of thousands of changes is neither made nor carried. */
const PATIENCE = 7_200;

/** A mergeable store that is saved by itself after each change, as the documentation has it. */
export type Kept = {
  readonly store: MergeableStore;
  readonly persister: ReturnType<typeof createBetterSqlite3Persister>;
};

/** @param name of its file */
export async function openKept(folder: string, name: string): Promise<Kept> {
  const store = createMergeableStore();
  const sqlite = openDurable(path.join(folder, `${name}.db`));
  const persister = createBetterSqlite3Persister(store, sqlite, 'kept');
  await persister.startAutoPersisting();
  return { store, persister };
}

/** Joins all that synchronize at the address of a socket; its `startSync` ends when another of them has answered. */
export async function joinOver(socket: WebSocket, store: MergeableStore): Promise<Synchronizer> {
  return createWsSynchronizer(store, socket, PATIENCE);
}

export function sizeOf({ store }: Kept): number {
  return store.getRowIds('changes').length;
}
