/** What the bench uses of the other engines, so that types hold where they are not installed. */

declare module 'express' {
  import type { RequestListener } from 'node:http';
  export default function express(): RequestListener & { use(path: string, handler: RequestListener): void };
}

declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http';
  export default function expressPouchdb(pouch: unknown, options: object): RequestListener;
}

declare module 'pouchdb-adapter-leveldb';
declare module 'pouchdb-adapter-http';
declare module 'pouchdb-replication';

declare module 'pouchdb-core' {
  type Replicate = (other: Pouch, options: object) => Promise<{ readonly docs_written: number }>;
  type Pouch = {
    info(): Promise<unknown>;
    bulkDocs(documents: readonly object[]): Promise<unknown>;
    readonly replicate: { readonly to: Replicate; readonly from: Replicate };
    close(): Promise<void>;
  };
  type PouchClass = {
    new (name: string): Pouch;
    plugin(plugin: unknown): PouchClass;
    defaults(options: object): PouchClass;
  };
  const pouch: PouchClass;
  export default pouch;
}

declare module 'rxdb/plugins/core' {
  export type RxCollection = {
    bulkInsert(documents: readonly object[]): Promise<unknown>;
    count(): { exec(): Promise<number> };
  };
  export function createRxDatabase(options: object): Promise<{
    addCollections<Names extends string>(
      schemas: Record<Names, object>,
    ): Promise<Record<Names, RxCollection>>;
    close(): Promise<unknown>;
  }>;
}

declare module 'rxdb/plugins/replication' {
  export function replicateRxCollection(options: object): {
    readonly error$: { subscribe(listener: (error: unknown) => void): void };
    awaitInitialReplication(): Promise<void>;
  };
}

declare module 'rxdb/plugins/storage-memory' {
  export function getRxStorageMemory(): unknown;
}

declare module 'tinybase' {
  export type MergeableStore = {
    transaction(work: () => void): void;
    setRow(table: string, id: string, row: Readonly<Record<string, string>>): void;
    getRowIds(table: string): readonly string[];
  };
  export function createMergeableStore(): MergeableStore;
}

declare module 'tinybase/persisters' {
  export const Status: { readonly Idle: number };
}

declare module 'tinybase/persisters/persister-better-sqlite3' {
  import type { MergeableStore } from 'tinybase';
  export function createBetterSqlite3Persister(
    store: MergeableStore,
    database: unknown,
    table: string,
  ): {
    startAutoPersisting(): Promise<unknown>;
    save(): Promise<unknown>;
    destroy(): Promise<unknown>;
    getStatus(): number;
  };
}

declare module 'tinybase/synchronizers/synchronizer-ws-client' {
  import type { MergeableStore } from 'tinybase';
  export type Synchronizer = { startSync(): Promise<unknown>; destroy(): Promise<unknown> };
  export function createWsSynchronizer(
    store: MergeableStore,
    socket: unknown,
    seconds: number,
  ): Promise<Synchronizer>;
}

declare module 'tinybase/synchronizers/synchronizer-ws-server-simple' {
  export function createWsServerSimple(server: unknown): unknown;
}

declare module '@automerge/automerge' {
  export class ImmutableString {
    constructor(text: string);
  }
}

declare module '@automerge/automerge-repo' {
  export type NetworkAdapter = { readonly peerId?: string };
  type Handle<T> = { readonly url: string; readonly documentId: string; isReady(): boolean; doc(): T };
  export class Repo {
    constructor(options: object);
    readonly handles: Readonly<
      Record<string, Handle<{ readonly changes: Readonly<Record<string, unknown>> }>>
    >;
    readonly networkSubsystem: {
      addNetworkAdapter(adapter: NetworkAdapter): void;
      once(event: 'peer', listener: () => void): void;
    };
    create<T>(value: T): Handle<T>;
    find<T>(url: string): Promise<Handle<T>>;
    flush(documentIds?: readonly string[]): Promise<void>;
  }
}

declare module '@automerge/automerge-repo-storage-nodefs' {
  export class NodeFSStorageAdapter {
    constructor(folder: string);
  }
}

declare module '@automerge/automerge-repo-network-websocket' {
  export class WebSocketClientAdapter {
    constructor(url: string);
  }
  export class WebSocketServerAdapter {
    constructor(server: unknown);
  }
}
