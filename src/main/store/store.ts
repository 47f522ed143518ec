import { auditReader } from './audit.ts';
import { backUp, quickCheck } from './backup.ts';
import type { Connection } from './connection.ts';
import { eventLog } from './event-log.ts';
import { createReader } from './reader.ts';
import { rebuildProjections } from './rebuild.ts';
import { isDraftEnd, type NotedStep, type WorkJournal } from './safety/work-journal.ts';
import type { StoreOptions } from './store-options.ts';
import { asStoreError } from './store-write-error.ts';
import type { Store } from './types.ts';
import { type WordIndex, wordIndex } from './word-index.ts';
import { createWriter } from './writer.ts';

/** A store whose projections can be made anew from its log. */
export type RebuildableStore = Store & {
  /** Replays the whole log into fresh projections, in one transaction; drafts and the queue stay. */
  rebuildProjections(): { readonly streams: number };
};

/** Puts reader and writer over one open database. Every write is one immediate transaction. */
export function createStore(
  connection: Connection,
  options: StoreOptions,
  journal?: Pick<WorkJournal, 'note' | 'close'>,
): RebuildableStore {
  const { sqlite } = connection;
  const listeners = new Set<(topics: ReadonlySet<string>) => void>();
  const words = wordIndex(connection);
  const log = eventLog(connection);
  const reader = createReader(connection, { words, log });
  let topics = new Set<string>();
  let noted: NotedStep[] = [];
  const writer = createWriter(connection, reader, options, {
    touch(...touched) {
      for (const topic of touched) topics.add(topic);
    },
    note: (step) => void noted.push(step),
    words,
    log,
  });

  return {
    read: (query) => query(reader),
    write<T>(change: (writer: Parameters<Parameters<Store['write']>[0]>[0]) => T): T {
      if (sqlite.inTransaction) throw new Error('a write inside a write');
      topics = new Set();
      noted = [];
      const result = inTransaction(connection, words, () => {
        const changed = change(writer);
        // Ahead of the commit: a process that dies between the two would miss a draft that became a dossier.
        journal?.note(noted.filter(isDraftEnd));
        return changed;
      });
      journal?.note(noted.filter((step) => !isDraftEnd(step)));
      if (topics.size > 0) for (const listener of listeners) listener(topics);
      return result;
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    backup: (file) => backUp(connection, file, options.key),
    verifyAudit: auditReader(connection).verifyAudit,
    rebuildProjections: () => inTransaction(connection, words, () => rebuildProjections(connection, words)),
    quickCheck: () => quickCheck(connection),
    close() {
      listeners.clear();
      journal?.close();
      sqlite.close();
    },
  };
}

function inTransaction<T>({ sqlite }: Connection, words: WordIndex, change: () => T): T {
  try {
    return sqlite
      .transaction(() => {
        const result = change();
        // What comes after an await would run outside the transaction.
        if (result instanceof Promise) throw new TypeError('a write is synchronous');
        words.writeOut();
        return result;
      })
      .immediate();
  } catch (error) {
    words.forget();
    throw asStoreError(error);
  }
}
