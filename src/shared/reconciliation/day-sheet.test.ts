import { describe, expect, it } from 'vitest';
import { samplePayloads } from '#tests/builders/dossier-events.ts';
import { compareKinds, type DayEvent, differencesOf, moneyOfDay, numbersOf } from './day-sheet.ts';

const hashOf = (digests: readonly string[]): string => digests.toSorted().join('+');

function event(id: string, over: Partial<DayEvent> = {}): DayEvent {
  return { id, kind: 'dossier-received', payload: {}, digest: `digest of ${id}`, state: 'accepted', ...over };
}

const cityOf = (...events: readonly DayEvent[]) =>
  events.map(({ id, kind, digest }) => ({ id, kind, digest }));
const kindAt = (...events: readonly DayEvent[]) => [
  { kind: 'dossier-received', count: events.length, hash: hashOf(events.map((each) => each.digest)) },
];

describe('the sheet of a day', () => {
  const [a, b] = [event('a'), event('b')];

  it('agrees when both sides have the same events, in whatever order', () => {
    expect(compareKinds([a, b], kindAt(b, a), hashOf)).toEqual([
      { kind: 'dossier-received', here: 2, unsent: 0, city: 2, same: true },
    ]);
    expect(differencesOf([a, b], cityOf(b, a))).toEqual([]);
  });

  it('does not take equal counts for equal events', () => {
    const other = event('b', { digest: 'changed' });
    expect(compareKinds([a, b], kindAt(a, other), hashOf)[0]).toMatchObject({
      here: 2,
      city: 2,
      same: false,
    });
    expect(differencesOf([a, b], cityOf(a, other))).toMatchObject([{ id: 'b', what: 'other-content' }]);
  });

  it('names what is missing on either side and what has not been answered for', () => {
    const waiting = event('c', { state: 'waiting' });
    const stopped = event('d', { state: 'needs-you' });
    const theirs = event('e');
    const what = differencesOf([a, b, waiting, stopped], cityOf(a, theirs));
    expect(what.map((each) => `${each.id} ${each.what}`)).toEqual([
      'b not-at-city',
      'c unsent',
      'd stopped',
      'e not-here',
    ]);
    expect(compareKinds([waiting], kindAt(), hashOf)[0]).toMatchObject({ here: 0, unsent: 1, city: 0 });
  });

  it('says nothing about a city it cannot ask', () => {
    expect(compareKinds([a], undefined, hashOf)).toMatchObject([{ city: undefined, same: undefined }]);
    expect(differencesOf([a, event('c', { state: 'sending' })], undefined)).toMatchObject([{ id: 'c' }]);
  });

  it('tells the numbers of each book with those that have no entry', () => {
    const entry = samplePayloads('entry-registered')[0];
    const numbered = (id: string, number: number) =>
      event(id, { kind: 'entry-registered', payload: { ...entry, entry: { ...entry?.entry, number } } });
    const marked = event('m', { kind: 'number-voided', payload: samplePayloads('number-voided')[0] });
    expect(numbersOf([numbered('x', 5), numbered('y', 2), marked, a])).toMatchObject([
      { book: 'club', year: 2026, first: 2, last: 5, count: 2, voided: [3], paper: [] },
    ]);
  });

  it('sums up money by the way it was paid', () => {
    const paid = (id: string, method: string, amount: number) =>
      event(id, { kind: 'fee-collected', payload: { method, amount, receipt: '' } });
    expect(
      moneyOfDay([paid('x', 'cash', 8000), paid('y', 'cash', 5000), paid('z', 'transfer', 75_000)]),
    ).toEqual([
      { method: 'cash', count: 2, amount: 13_000 },
      { method: 'transfer', count: 1, amount: 75_000 },
    ]);
  });
});
