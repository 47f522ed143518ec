import { readCodeBook, saveCodeBook } from '#main/store/code-book.ts';
import type { CodeBook } from '#shared/dossiers/code-lease.ts';
import { everywhere, onCityUpdate, type PlantedBugs, writingOtherwise } from './plant.ts';

/** Faults of the codes on citizens' slips. */
export const codeBugs: PlantedBugs = {
  'a code is given twice': {
    bug: {
      store: everywhere((store) =>
        writingOtherwise(store, (writer) => ({
          saveSetting: (key, value) =>
            writer.saveSetting(key, key === 'code-book' ? fromTheStart(value) : value),
        })),
      ),
    },
    noticedBy: ['code-once'],
  },
  'a city forgets a block that came back': {
    bug: { city: onCityUpdate('code_leases', 'NEW.closed_at := OLD.closed_at; NEW.unused := OLD.unused;') },
    noticedBy: ['code-accounted'],
    day: { seed: 1, actions: [{ do: 'sync', device: 0 }] },
  },
  'a machine put back from its backup gives codes of then again': {
    bug: { store: keepingCodesOfBackups() },
    noticedBy: ['code-once'],
    day: {
      seed: 1,
      actions: [
        { do: 'back-up', device: 0 },
        { do: 'receive', device: 0, choice: 978 },
        { do: 'restore', device: 0 },
        { do: 'receive', device: 0, choice: 944 },
      ],
    },
  },
};

function fromTheStart(value: unknown): unknown {
  const { leases, asked } = value as CodeBook;
  return { leases: leases.map((lease) => ({ ...lease, next: lease.from })), asked };
}

function keepingCodesOfBackups() {
  const kept = new Map<string, CodeBook>();
  return everywhere((store, deviceId) => {
    const before = kept.get(deviceId);
    if (before && store.read(readCodeBook).leases.length === 0) {
      store.write((writer) => saveCodeBook(writer, before));
    }
    return {
      ...store,
      backup(file) {
        kept.set(deviceId, store.read(readCodeBook));
        return store.backup(file);
      },
    };
  });
}
