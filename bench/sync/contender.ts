import { coreNodeFlags } from '#main/hosts/core-node-flags.ts';

/** An engine that carries the same changes: its two ends, each a program in a process of its own. */
export type Contender = {
  readonly id: string;
  readonly title: string;
  /** Given a folder (or the address of a database) and a host; says its address, then answers as `serve.ts` does. */
  readonly server: string;
  /** Given a task, a folder, the address of the server and the payload; see `device.ts`. */
  readonly device: string;
  readonly deviceFlags?: readonly string[];
  /** What is true of its durability and settings. */
  readonly note: string;
  /** Whether it makes the payload: its device is first asked to `fill`, in a process of its own. */
  readonly makesPayload?: boolean;
};

/** @param device the bundled `ours-device-child` */
export function ours(device: string): Contender {
  return {
    id: 'ours',
    title: 'Một Cửa Hộ Tịch',
    server: 'city-child.ts',
    device,
    deviceFlags: coreNodeFlags,
    makesPayload: true,
    note: 'encrypted SQLite, every commit flushed, rules and receipts checked, lists and search built; PGlite at the city',
  };
}

export const floor: Contender = {
  id: 'floor',
  title: 'floor',
  server: 'sync/floor-server-child.ts',
  device: 'sync/floor-device-child.ts',
  note: 'raw better-sqlite3 at both ends, every commit flushed, zstd per batch of 500',
};

export const peers: readonly Contender[] = [
  {
    id: 'pouchdb',
    title: 'PouchDB → express-pouchdb',
    server: 'peers/pouchdb-server-child.ts',
    device: 'peers/pouchdb-device-child.ts',
    note: 'LevelDB at both ends, not flushed; batches of 1,000',
  },
  {
    id: 'rxdb',
    title: 'RxDB HTTP replication',
    server: 'peers/rxdb-server-child.ts',
    device: 'peers/rxdb-device-child.ts',
    note: 'memory on the device, no durable storage is free; raw better-sqlite3 at the server, flushed; batches of 500',
  },
  {
    id: 'tinybase',
    title: 'TinyBase',
    server: 'peers/tinybase-server-child.ts',
    device: 'peers/tinybase-device-child.ts',
    note: 'MergeableStore kept by better-sqlite3 at both ends, flushed, WebSocket; a store of its own for each 2,500 changes',
  },
  {
    id: 'automerge',
    title: 'Automerge Repo',
    server: 'peers/automerge-server-child.ts',
    device: 'peers/automerge-device-child.ts',
    note: 'files at both ends, not flushed, WebSocket; a document for each 100 changes',
  },
];
