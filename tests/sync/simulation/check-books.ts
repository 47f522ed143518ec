import { foldBookStream } from '#shared/dossiers/fold-book-stream.ts';
import { logOf } from './check-device.ts';
import { digestOf } from './model.ts';
import type { CityContents } from './simulated-city.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { hold } from './violation.ts';

type CityBook = CityContents['books'][number];

/** Once people have closed whatever waited: every machine knows of every book what the city knows. */
export function checkBooks(devices: readonly SimulatedDevice[], city: CityContents): void {
  for (const device of devices) {
    for (const book of city.books) {
      sameState(device, book);
      sameLastNumber(device, book, city);
    }
  }
}

/** Holder, epoch, terms, marked and late numbers. */
function sameState(device: SimulatedDevice, { bookId, state }: CityBook): void {
  const { state: here } = foldBookStream(device.store.read((reader) => reader.streamEvents(bookId)));
  hold(
    digestOf(here) === digestOf(state),
    'same-book',
    () =>
      `device ${device.index}: ${bookId} is ${JSON.stringify(here)}\n  the city has ${JSON.stringify(state)}`,
  );
}

function sameLastNumber(device: SimulatedDevice, { bookId, state }: CityBook, city: CityContents): void {
  const here = device.store.read((reader) => reader.books()).find((book) => book.bookId === bookId);
  const term = state.terms.at(-1);
  const numbers = [
    term?.after ?? 0,
    ...city.entries.filter((entry) => entry.bookId === bookId).map(({ number }) => number),
    ...givenIn(device, bookId, state.epoch),
  ];
  const last = Math.max(...numbers);
  hold(
    here?.holder === state.holder && here.epoch === state.epoch && here.lastNumber === last,
    'same-book',
    () =>
      `device ${device.index} shows ${JSON.stringify(here)}, not ${last} of ${state.holder} in ${state.epoch}`,
  );
}

/** Numbers of this term that stand in the machine's own log: none of them is given again, whatever became of its entry. */
function givenIn(device: SimulatedDevice, bookId: string, epoch: number): readonly number[] {
  return logOf(device).flatMap(({ kind, payload }) => {
    if (kind !== 'entry-registered') return [];
    const { entry } = payload as { entry: { bookId: string; epoch: number; number: number } };
    return entry.bookId === bookId && entry.epoch === epoch ? [entry.number] : [];
  });
}
