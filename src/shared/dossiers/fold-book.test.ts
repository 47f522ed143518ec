import { describe, expect, it } from 'vitest';
import { dossierEvent, samplePayloads } from '#tests/builders/dossier-events.ts';
import { type BookState, foldBook } from './fold-book.ts';

const device = 'device-1';
const book = foldBook(undefined, { ...dossierEvent('code-assigned'), ...sample('book-opened') });

function sample(kind: 'book-opened' | 'book-closed' | 'entry-registered', more: object = {}) {
  return { kind, payload: { ...samplePayloads(kind)[0], ...more }, device };
}

function step(state: BookState, event: ReturnType<typeof sample>) {
  return foldBook(state, { ...dossierEvent('code-assigned'), ...event });
}

describe('folding a book', () => {
  it('gives each number once, closes, and takes nothing after', () => {
    if (!book.ok) throw new Error('the book did not open');
    const entered = step(book.value, sample('entry-registered'));
    expect(entered).toMatchObject({ ok: true, value: { lastNumber: 1, entries: 1, holder: device } });
    if (!entered.ok) return;
    expect(step(entered.value, sample('entry-registered'))).toMatchObject({
      ok: false,
      error: [{ code: 'register/number-taken' }],
    });
    const closed = step(entered.value, sample('book-closed'));
    expect(closed.ok && step(closed.value, sample('entry-registered'))).toMatchObject({
      error: [{ code: 'register/book-closed' }],
    });
  });

  it('refuses to open twice and to write where no book is', () => {
    if (!book.ok) throw new Error('the book did not open');
    expect(step(book.value, sample('book-opened'))).toMatchObject({
      error: [{ code: 'register/book-exists' }],
    });
    const entry = { ...dossierEvent('code-assigned'), ...sample('entry-registered') };
    expect(foldBook(undefined, entry)).toMatchObject({ error: [{ code: 'register/no-book' }] });
  });
});
