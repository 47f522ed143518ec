import { isBookEventKind } from '#shared/dossiers/events.ts';
import {
  everywhere,
  knowingOtherwise,
  onCityUpdate,
  type PlantedBugs,
  readingOtherwise,
  writingOtherwise,
} from './plant.ts';

const marks: ReadonlySet<string> = new Set(['number-voided', 'paper-number-noted']);

/** Faults of who holds a book and which numbers are spoken for. */
export const custodyBugs: PlantedBugs = {
  'a machine gives numbers of a book that another one holds': {
    bug: {
      store: everywhere((store, holder) =>
        knowingOtherwise(store, (reader) => ({
          book: (kind, year) => {
            const book = reader.book(kind, year);
            return book && { ...book, holder };
          },
        })),
      ),
    },
    noticedBy: ['number-once', 'same-book'],
  },
  'a number left empty is given to an entry': {
    bug: {
      store: everywhere((store) =>
        writingOtherwise(store, (writer) => ({
          streamEvents: (stream) => writer.streamEvents(stream).filter(({ kind }) => !marks.has(kind)),
        })),
      ),
    },
    noticedBy: ['number-once'],
    day: {
      seed: 97,
      actions: [
        { do: 'mark-number', device: 0, choice: 0 },
        { do: 'act', device: 0, choice: 298, step: 336 },
      ],
    },
  },
  'a machine overlooks who asked for a book': {
    bug: {
      store: everywhere((store) =>
        knowingOtherwise(store, (reader) => ({
          streamEvents: (stream) =>
            reader.streamEvents(stream).filter(({ kind }) => kind !== 'custody-requested'),
        })),
      ),
    },
    noticedBy: ['same-book'],
  },
  'a city forgets that a book was taken over': {
    bug: {
      city: onCityUpdate(
        'books',
        `NEW.state := NEW.state || jsonb_build_object('epoch', OLD.state -> 'epoch');`,
      ),
    },
    noticedBy: ['same-book', 'people-can-finish', 'exception'],
  },
  'a late number that was settled is not sent again': {
    bug: {
      store: everywhere((store) => writingOtherwise(store, () => ({ requeue: () => {} }))),
    },
    noticedBy: ['people-can-finish'],
    day: {
      seed: 97,
      actions: [
        { do: 'act', device: 0, choice: 298, step: 336 },
        { do: 'take-over', device: 1, choice: 556 },
      ],
    },
  },
  'what a machine wrote about a book is sent by nobody': {
    bug: {
      syncStore: (store) =>
        readingOtherwise(store, (reader) => ({
          nextToSend: (...of) => reader.nextToSend(...of).filter(({ kind }) => !isBookEventKind(kind)),
        })),
    },
    noticedBy: ['never-stuck'],
  },
};
