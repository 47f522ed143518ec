import { randomUUID } from 'node:crypto';
import type { SyncEngine } from '#main/ports/sync-engine.ts';
import { asideOf } from '#main/store/aside.ts';
import type { NewEvent, OutboxItem, Store } from '#main/store/types.ts';
import { defaultTimeouts } from '#main/sync/city-client.ts';
import { createSyncEngine } from '#main/sync/engine.ts';
import type { Exchange } from '#main/sync/exchange.ts';
import { type AccountId, asId } from '#shared/kernel/ids.ts';
import { instantFromMillis } from '#shared/kernel/instant.ts';
import type { ProtocolRange } from '#shared/sync/negotiate.ts';
import { type TestFolder, testFolder, testKey } from '#tests/builders/test-store.ts';
import { acceptable } from './sync-catalogues.ts';

/** A real encrypted store with a real sync loop, without the rest of the core. */
export type TestDevice = {
  readonly deviceId: string;
  readonly folder: TestFolder;
  readonly store: Store;
  readonly engine: SyncEngine;
  append(...events: readonly NewEvent[]): void;
  /** A received dossier; returns its stream. */
  receive(over?: object): string;
  outbox(): readonly OutboxItem[];
  /** How many items are in each state that has any. */
  counts(): Readonly<Record<string, number>>;
  close(): Promise<void>;
};

const clerk = asId<AccountId>('00000000-0000-7000-8000-0000000000a1');

/** Short waits, so that a broken line is found broken and mended soon. */
const quick = { probeMs: 400, transferMs: 1_000 };

export function openTestDevice(
  office: string,
  options: {
    readonly folder?: TestFolder;
    readonly deviceId?: string;
    readonly skewMs?: number;
    /** An open one, when a loop is put in the place of another. */
    readonly store?: Store;
    /** Waits for large pieces, as a real device does. */
    readonly patient?: boolean;
    /** What this end speaks. */
    readonly protocols?: ProtocolRange;
    /** A line of the test's own. */
    readonly exchange?: Exchange;
  } = {},
): TestDevice {
  const { folder = testFolder(), deviceId = randomUUID(), skewMs = 0 } = options;
  const store = options.store ?? folder.open({ deviceId, officeId: office });
  const now = () => instantFromMillis(Date.now() + skewMs);
  const engine = createSyncEngine({
    store,
    clock: { now },
    deviceId,
    deviceName: 'Máy thử',
    random: () => 0.05,
    timeouts: options.patient ? defaultTimeouts : quick,
    pollMs: 50,
    ...(options.protocols && { protocols: options.protocols }),
    ...(options.exchange && { exchange: options.exchange }),
    aside: asideOf({ file: folder.file, key: testKey }),
  });
  const append = (...events: readonly NewEvent[]): void => {
    store.write((writer) => writer.append(events, { actor: clerk, at: now() }));
  };
  return {
    deviceId,
    folder,
    store,
    engine,
    append,
    receive(over = {}) {
      const stream = randomUUID();
      append({ kind: 'dossier-received', stream, base: 0, payload: { ...acceptable, ...over } });
      return stream;
    },
    outbox: () => store.read((reader) => reader.outbox({ limit: 1000, offset: 0 }).rows),
    counts() {
      const { oldestWaitingAt: _oldest, ...counts } = store.read((reader) => reader.outboxCounts());
      return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
    },
    async close() {
      await engine.stop();
      folder[Symbol.dispose]();
    },
  };
}
