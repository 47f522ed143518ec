import type { Script } from '../run.ts';
import { onEachCommit, type PlantedBugs, readingOtherwise } from './plant.ts';

const day: Script = {
  seed: 1,
  actions: [
    { do: 'attach', device: 0, choice: 1 },
    { do: 'sync', device: 0 },
  ],
};

/** Faults of attached files and their bytes. */
export const fileBugs: PlantedBugs = {
  'the bytes of a file never go': {
    bug: {
      syncStore: (store) =>
        readingOtherwise(store, ({ files }) => ({ files: { ...files, nextToSend: () => undefined } })),
    },
    noticedBy: ['file-at-city'],
    day,
  },
  'a file counts as sent before the city has it': {
    bug: { store: onEachCommit("UPDATE file_contents SET state = 'accepted' WHERE state = 'waiting'") },
    noticedBy: ['file-at-city'],
    day,
  },
  'the key of a file is dropped once it was sent': {
    bug: { store: onEachCommit("UPDATE file_contents SET wrapped_key = '' WHERE state = 'accepted'") },
    noticedBy: ['file-readable'],
    day,
  },
  'a city says that it has bytes it never got': {
    bug: { city: ["ALTER TABLE file_contents ALTER COLUMN stored_at SET DEFAULT '2026-01-01T00:00:00Z'"] },
    noticedBy: ['file-at-city'],
    day,
  },
  'a file that nobody took off is gone from its dossier': {
    bug: { store: onEachCommit("UPDATE files SET taken_off = 1 WHERE dossier_id <> ''") },
    noticedBy: ['projection-is-replay'],
    day,
  },
};
