import type { Connection } from '#main/store/connection.ts';
import type { Reader, Store, Writer } from '#main/store/types.ts';
import type { PlantedBug } from './simulated-device.ts';

/** The same store, with another way of writing for whoever holds it. */
function writingOtherwise(store: Store, change: (writer: Writer) => Partial<Writer>): Store {
  return {
    ...store,
    write: (work) => store.write((writer) => work({ ...writer, ...change(writer) })),
  };
}

function withBooks(store: Store, change: (book: Reader['book']) => Reader['book']): Store {
  return {
    ...store,
    read: (query) => store.read((reader) => query({ ...reader, book: change(reader.book) })),
    write: (work) => store.write((writer) => work({ ...writer, book: change(writer.book) })),
  };
}

/** Puts the other way into the store itself, so that the use cases meet it too. */
function everywhere(change: (store: Store) => Store): NonNullable<PlantedBug['store']> {
  return (store) => {
    Object.assign(store, change({ ...store }));
  };
}

function onEachCommit(sql: string): NonNullable<PlantedBug['store']> {
  return (store, { sqlite }: Connection) => {
    store.onCommit(() => void sqlite.exec(sql));
  };
}

/** Faults of the kinds that lose civil-status records, and the invariants that notice them. */
export const plantedBugs: Readonly<
  Record<string, { readonly bug: PlantedBug; readonly noticedBy: readonly string[] }>
> = {
  'what was being sent when the reply was lost is not sent again': {
    bug: {
      syncStore: (store) => writingOtherwise(store, () => ({ returnToWaiting: () => {} })),
    },
    noticedBy: ['never-stuck'],
  },
  'a number is given twice': {
    bug: {
      store: everywhere((store) =>
        withBooks(store, (read) => (kind, year) => {
          const book = read(kind, year);
          return book && { ...book, lastNumber: 0 };
        }),
      ),
    },
    noticedBy: ['number-once', 'bug', 'exception'],
  },
  'receipts are ignored': {
    bug: {
      syncStore: (store) =>
        writingOtherwise(store, (writer) => ({
          settle: (answers, at) =>
            writer.settle(
              answers.map((answer) => ('receipt' in answer ? { ...answer, receipt: 'R' } : answer)),
              at,
            ),
        })),
    },
    noticedBy: ['receipt-stable'],
  },
  'an event of another machine is skipped': {
    bug: {
      syncStore: (store) =>
        writingOtherwise(store, (writer) => ({
          safety: {
            ...writer.safety,
            absorbCounting: (events) => writer.safety.absorbCounting(events.slice(1)),
          },
        })),
    },
    noticedBy: ['feed-arrives', 'same-state', 'comes-back'],
  },
  'an answer is taken for an acceptance': {
    bug: {
      syncStore: (store) =>
        writingOtherwise(store, (writer) => ({
          settle: (answers, at) =>
            writer.settle(
              answers.map((answer) =>
                'feedSeq' in answer
                  ? answer
                  : { id: answer.id, outcome: 'accepted', feedSeq: 9_999, receipt: 'R', acceptedAt: at },
              ),
              at,
            ),
        })),
    },
    noticedBy: ['accepted-is-kept'],
  },
  'what is typed is not kept': {
    bug: {
      store: everywhere((store) =>
        writingOtherwise(store, (writer) => ({
          saveDraft: (draft) => writer.saveDraft({ ...draft, facts: {} }),
        })),
      ),
    },
    noticedBy: ['draft-kept'],
  },
  'a list shows another state than the log': {
    bug: { store: onEachCommit("UPDATE dossiers SET due_date = '2030-01-01'") },
    noticedBy: ['projection-is-replay'],
  },
  'the audit log is rewritten': {
    bug: {
      store: onEachCommit(
        "DROP TRIGGER IF EXISTS audit_log_never_rewritten; UPDATE audit_log SET actor = 'ai-khac' WHERE seq = 2",
      ),
    },
    noticedBy: ['audit-chain'],
  },
};
