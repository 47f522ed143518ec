import type { CoreClient } from '#main/compose.ts';
import { books } from '#shared/procedures/books.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import type { World } from './world.ts';

type Book = Awaited<ReturnType<CoreClient['register']['books']>>[number];

const reason = 'Mô phỏng';

/** A second machine may open a book that is open elsewhere without knowing. */
export async function openBook(world: World, device: SimulatedDevice, choice: number): Promise<void> {
  const leader = await device.at('leader');
  const kinds = books();
  const book = kinds[choice % kinds.length]?.kind;
  if (book === undefined) return;
  await world.call(device, () =>
    leader.register.open({ book, year: 2026, volume: '01', lastNumber: 0, startBasis: '' }),
  );
}

export async function askForBook(world: World, device: SimulatedDevice, choice: number): Promise<void> {
  const officer = await device.at('officer');
  const book = await bookAt(officer, choice, (each) => !each.held);
  if (book) await world.call(device, () => officer.register.requestCustody({ bookId: book.bookId, reason }));
}

export async function handOver(world: World, device: SimulatedDevice, choice: number): Promise<void> {
  const officer = await device.at('officer');
  const book = await bookAt(officer, choice, (each) => each.held);
  if (!book) return;
  const { bookId } = book;
  const { requests } = await officer.register.custody({ bookId });
  const to = requests[choice % Math.max(requests.length, 1)]?.device;
  if (to === undefined) return;
  await world.call(device, () => officer.register.handOver({ bookId, to, reason }));
}

/** What the leader reads in the paper book is what the devices were told to write there. */
export async function takeOver(world: World, device: SimulatedDevice, choice: number): Promise<void> {
  const leader = await device.at('leader');
  const book = await bookAt(leader, choice, (each) => !each.held);
  if (!book) return;
  const { bookId } = book;
  const lastNumber = choice % 2 === 0 ? 0 : world.model.lastNumber(bookId);
  await world.call(device, () => leader.register.takeOver({ bookId, lastNumber, reason }));
}

/** Paper written by hand, or a number nobody wrote. */
export async function markNumber(world: World, device: SimulatedDevice, choice: number): Promise<void> {
  const officer = await device.at('officer');
  const book = await bookAt(officer, choice, (each) => each.held);
  if (!book) return;
  const { bookId } = book;
  const { nextNumber, gaps } = await officer.register.custody({ bookId });
  const number = gaps[0]?.from ?? nextNumber;
  const use = choice % 3 === 0 ? 'voided' : 'paper';
  await world.call(device, () => officer.register.markNumber({ bookId, number, use, reason }));
}

/** Whatever of this book waits for a person at this machine: as its former holder, and as its holder. */
export async function settleLate(world: World, device: SimulatedDevice, choice: number): Promise<void> {
  const officer = await device.at('officer');
  for (const { bookId } of await officer.register.books({})) {
    const { stale, late, held } = await officer.register.custody({ bookId });
    if (stale.length > 0) await world.call(device, () => officer.register.dropStale({ bookId, reason }));
    for (const { dossierId, entryId, here, reported, free } of late) {
      if (here && !reported) {
        await world.call(device, () => officer.register.reportLate({ bookId, dossierId }));
      }
      if (!held || !(reported || here)) continue;
      const keep = free && choice % 2 === 0 ? 'keep' : 'renumber';
      await world.call(device, () => officer.register.settleLate({ bookId, entryId, choice: keep, reason }));
    }
  }
}

async function bookAt(
  client: CoreClient,
  choice: number,
  fits: (book: Book) => boolean,
): Promise<Book | undefined> {
  const fitting = (await client.register.books({})).filter(fits);
  return fitting[choice % Math.max(fitting.length, 1)];
}
