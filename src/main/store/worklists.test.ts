import { expect, test } from 'vitest';
import { receivedPayload } from '#tests/builders/dossier-events.ts';
import { at, clerk, dossierStream, next, received } from '#tests/builders/store-events.ts';
import { testFolder } from '#tests/builders/test-store.ts';
import type { DossierQuery, Store } from './types.ts';

/** Dossiers 1 to 4, due on the day of November given by the number beside them; 4 is refused. */
function worked(store: Store): void {
  const due = (day: number) => ({
    due: { ...receivedPayload.due, date: `2026-11-${day}`, at: `2026-11-${day}T10:00:00.000Z` },
  });
  store.write((writer) =>
    writer.append(
      [
        received(1, 'A', due(27)),
        received(2, 'B', due(25)),
        received(3, 'C', due(26)),
        received(4, 'D', due(24)),
        next(3, 'dossier-handed-over', 1),
        next(4, 'dossier-refused', 1),
      ],
      { actor: clerk, at: at(1) },
    ),
  );
}

function listed(store: Store, query: Partial<DossierQuery>): { subjects: string; total: number } {
  const { rows, total } = store.read((reader) => reader.dossierRows({ limit: 10, offset: 0, ...query }));
  return { subjects: rows.map((row) => row.subject).join(''), total };
}

test.each<[string, Partial<DossierQuery>, string, number]>([
  ['all, latest received first', {}, 'DCBA', 4],
  ['a page of all', { limit: 2, offset: 1 }, 'CB', 4],
  ['open states, soonest due first', { statuses: ['received', 'under-review'] }, 'BCA', 3],
  ['ended states, latest received first', { statuses: ['refused', 'returned'] }, 'D', 1],
  ['no state at all', { statuses: [] }, '', 0],
  ['due before a day and still open', { dueBefore: '2026-11-27' }, 'BC', 2],
  ['due before a day in one state', { dueBefore: '2026-11-27', statuses: ['received'] }, 'B', 1],
  ['by name', { text: 'b' }, 'B', 1],
  ['by name in a state it is not in', { text: 'd', statuses: ['received'] }, '', 0],
])('%s', (_name, query, subjects, total) => {
  using folder = testFolder();
  const store = folder.open();
  worked(store);
  expect(listed(store, query)).toEqual({ subjects, total });
});

test('counts follow the states', () => {
  using folder = testFolder();
  const store = folder.open();
  worked(store);
  store.read((reader) => {
    expect(reader.countByStatus()).toEqual({ received: 2, 'under-review': 1, refused: 1 });
    expect(reader.countOpenDueBefore('2026-11-27')).toBe(2);
    expect(reader.dossier(dossierStream(1) as never)?.parties.subject).toBe('A');
  });
});
