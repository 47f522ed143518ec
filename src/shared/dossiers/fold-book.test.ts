import { describe, expect, it } from 'vitest';
import { samplePayloads } from '#tests/builders/dossier-events.ts';
import type { BookState } from './book-state.ts';
import type { BookEventKind, EventPayload } from './events.ts';
import { entryProblem, foldBook } from './fold-book.ts';
import { foldBookStream } from './fold-book-stream.ts';

const first = '00000000-0000-7000-8000-00000000d001';
const second = samplePayloads('custody-handed-over')[0]?.to ?? '';

function step<K extends BookEventKind>(kind: K, device = first, more: Partial<EventPayload<K>> = {}) {
  const payload = { ...samplePayloads(kind)[0], ...more };
  return { kind, payload, device, stream: 'b', actor: 'a', at: '2026-11-23T02:00:00.000Z' };
}

function bookAfter(...steps: readonly ReturnType<typeof step>[]): BookState {
  const { state, passedBy } = foldBookStream([step('book-opened'), ...steps]);
  expect([...passedBy.values()]).toEqual([]);
  if (!state) throw new Error('the book did not open');
  return state;
}

function refusal(state: BookState | undefined, event: ReturnType<typeof step>): string | undefined {
  const next = foldBook(state, event);
  return next.ok ? undefined : next.error[0]?.code;
}

describe('folding a book', () => {
  it('opens once and closes once, by its holder', () => {
    expect(refusal(bookAfter(), step('book-opened'))).toBe('register/book-exists');
    expect(refusal(undefined, step('book-closed'))).toBe('register/no-book');
    expect(refusal(bookAfter(), step('book-closed', second))).toBe('register/not-holder');
    expect(refusal(bookAfter(step('book-closed')), step('custody-requested', second))).toBe(
      'register/book-closed',
    );
  });

  it('passes custody on by the holder alone and one epoch at a time', () => {
    const asked = bookAfter(step('custody-requested', second));
    expect(asked.requests).toMatchObject([{ device: second, deviceName: 'Máy số 2' }]);
    expect(refusal(asked, step('custody-requested'))).toBe('register/already-holder');
    expect(refusal(asked, step('custody-handed-over', second))).toBe('register/not-holder');
    expect(refusal(asked, step('custody-handed-over', first, { epoch: 3 }))).toBe('register/stale-epoch');
    const passed = bookAfter(step('custody-requested', second), step('custody-handed-over'));
    expect(passed).toMatchObject({ holder: second, epoch: 2, lastNumber: 1, requests: [] });
    expect(passed.terms).toMatchObject([
      { holder: first, epoch: 1, after: 0, upTo: 1 },
      { holder: second, epoch: 2, after: 1, upTo: undefined },
    ]);
    expect(refusal(passed, step('custody-handed-over'))).toBe('register/not-holder');
  });

  it('never lets a term begin before the one it follows', () => {
    const passed = bookAfter(step('custody-handed-over', first, { lastNumber: 9 }));
    const back = step('custody-handed-over', second, { to: first, epoch: 3, lastNumber: 8 });
    expect(refusal(passed, back)).toBe('request/invalid');
  });

  it('marks a number once, under the running epoch, by the holder', () => {
    const passed = bookAfter(step('custody-handed-over'));
    expect(refusal(passed, step('number-voided'))).toBe('register/not-holder');
    expect(refusal(passed, step('number-voided', second, { epoch: 1 }))).toBe('register/stale-epoch');
    const marked = bookAfter(step('custody-handed-over'), step('number-voided', second));
    expect(marked.marks).toMatchObject([{ number: 3, use: 'voided', reason: 'Hỏng trang' }]);
    expect(refusal(marked, step('paper-number-noted', second))).toBe('register/number-taken');
  });

  it('settles a late number that was reported', () => {
    const reported = bookAfter(step('custody-handed-over'), step('late-number-reported'));
    expect(reported.late).toMatchObject([{ number: 2, device: first }]);
    const granted = bookAfter(
      step('custody-handed-over'),
      step('late-number-reported'),
      step('number-granted', second),
    );
    expect(granted.late).toEqual([]);
    expect(granted.marks).toMatchObject([{ number: 3, use: 'granted', oldNumber: 2 }]);
  });

  it('refuses an entry that is not the next of an open book under its epoch', () => {
    const entry = samplePayloads('entry-registered')[0]?.entry;
    if (!entry) throw new Error('the sample is missing');
    expect(entryProblem(undefined, entry)?.code).toBe('register/no-book');
    expect(entryProblem(bookAfter(), entry)).toBeUndefined();
    expect(entryProblem({ ...bookAfter(), lastNumber: 1 }, entry)?.code).toBe('register/number-taken');
    expect(entryProblem(bookAfter(step('custody-handed-over')), entry)?.code).toBe('register/stale-epoch');
    expect(entryProblem(bookAfter(step('book-closed')), entry)?.code).toBe('register/book-closed');
  });
});
