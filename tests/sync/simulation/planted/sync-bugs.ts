import { scriptOf } from '../run.ts';
import { everywhere, knowingOtherwise, onEachCommit, type PlantedBugs, writingOtherwise } from './plant.ts';

/** Faults of the queue, the feed and the log. */
export const syncBugs: PlantedBugs = {
  'what was being sent when the reply was lost is not sent again': {
    bug: {
      syncStore: (store) => writingOtherwise(store, () => ({ returnToWaiting: () => {} })),
    },
    noticedBy: ['never-stuck'],
    day: scriptOf(8, 40),
  },
  'a number is given twice': {
    bug: {
      store: everywhere((store) =>
        knowingOtherwise(store, (reader) => ({
          book: (kind, year) => {
            const book = reader.book(kind, year);
            return book && { ...book, lastNumber: 0 };
          },
        })),
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
