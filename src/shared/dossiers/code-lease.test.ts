import { describe, expect, it } from 'vitest';
import { plainDate } from '../kernel/plain-date.ts';
import {
  type CodeBook,
  daysToLease,
  emptyCodeBook,
  endedLeases,
  takeCode,
  unusedOf,
  withoutEnded,
} from './code-lease.ts';
import { codeAt, codeTemplate, isCodeShape } from './dossier-code.ts';

const monday = plainDate(2026, 11, 23);
const tuesday = plainDate(2026, 11, 24);
const lease = (day: string, from: number, to: number, next = from) => ({
  ...{ leaseId: `${day}-${from}`, day, from, to, next, template: 'H26.12-261123-{serial:4}' },
});
const bookOf = (...leases: CodeBook['leases']): CodeBook => ({ leases, asked: [] });

describe('leased dossier codes', () => {
  it('are given in order, each once, from one block after the other', () => {
    let book = bookOf(lease(monday, 39, 40), lease(monday, 81, 81));
    const codes: string[] = [];
    for (let taken = takeCode(book, monday); taken; taken = takeCode(book, monday)) {
      codes.push(taken.code);
      book = taken.book;
    }
    expect(codes).toEqual(['H26.12-261123-0039', 'H26.12-261123-0040', 'H26.12-261123-0081']);
    expect(takeCode(bookOf(lease(tuesday, 1, 9)), monday)).toBeUndefined();
  });

  it('are asked for when few are left of today and ahead of tomorrow, once', () => {
    expect(daysToLease(emptyCodeBook, monday)).toEqual([monday, tuesday]);
    expect(daysToLease(bookOf(lease(monday, 1, 40), lease(tuesday, 1, 40)), monday)).toEqual([]);
    expect(daysToLease(bookOf(lease(monday, 1, 40, 30), lease(tuesday, 1, 40)), monday)).toEqual([monday]);
    const asked = [{ leaseId: 'x', day: monday, wanted: 40 }];
    expect(daysToLease({ leases: [], asked }, monday)).toEqual([tuesday]);
  });

  it('are accounted for when their day is over', () => {
    const book = { ...bookOf(lease(monday, 1, 40, 13), lease(tuesday, 1, 40)), asked: [] };
    expect(endedLeases(book, tuesday).map(unusedOf)).toEqual([[{ from: 13, to: 40 }]]);
    expect(unusedOf(lease(monday, 1, 40, 41))).toEqual([]);
    expect(withoutEnded(book, tuesday).leases).toHaveLength(1);
  });
});

describe('the shape of a code', () => {
  it('is the city’s to decide', () => {
    const template = codeTemplate('{agency}-{yyyyMMdd}-{serial:7}', 'H26.12', monday);
    expect(codeAt(template, 92637)).toBe('H26.12-20261123-0092637');
    expect(codeAt(codeTemplate('{agency}-{yyMMdd}-{serial:4}', 'H26.12', monday), 12_345)).toBe(
      'H26.12-261123-12345',
    );
    expect(isCodeShape('{agency}-{yyMMdd}')).toBe(false);
    expect(isCodeShape('{agency}-{serial:4}')).toBe(true);
  });
});
