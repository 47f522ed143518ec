import { onEachCommit, type PlantedBugs, writingOtherwise } from './plant.ts';

/** Faults of what follows a restore, of a machine or of the city, and of what people close. */
export const restoreBugs: PlantedBugs = {
  'what a restored city lost is neither sent nor offered again': {
    bug: {
      store: onEachCommit(
        `UPDATE reoffers SET state = 'taken' WHERE state = 'waiting';
         UPDATE outbox SET state = 'accepted' WHERE state = 'waiting' AND local_seq IN (SELECT local_seq FROM reoffers)`,
      ),
    },
    noticedBy: ['accepted-is-kept', 'nothing-lost'],
  },
  'the word of an administrator changes nothing': {
    bug: {
      syncStore: (store) =>
        writingOtherwise(store, ({ safety }) => ({ safety: { ...safety, loseFeedAfter: () => 0 } })),
    },
    noticedBy: ['comes-back', 'settles', 'receipt-stable', 'accepted-is-kept'],
  },
  'a branch that a person closed opens again': {
    bug: { store: onEachCommit("UPDATE outbox SET state = 'needs-you' WHERE state = 'resolved'") },
    noticedBy: ['people-can-finish', 'says-why'],
  },
};
