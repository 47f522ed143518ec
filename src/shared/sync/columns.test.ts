import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../kernel/canonical-json.ts';
import { fromColumn, toColumn } from './columns.ts';

const MOST = 1_000_000;

function carried(rows: readonly Json[]): Json {
  return [...fromColumn(JSON.parse(JSON.stringify(toColumn(rows))), rows.length, MOST)];
}

describe('a list written by column', () => {
  it('comes back as it was, whatever JSON it holds', () => {
    const key = fc.constantFrom('id', 'at', 'payload', 'a');
    const row = fc.dictionary(fc.oneof(key, fc.string()), fc.oneof(fc.uuid(), fc.jsonValue()));
    fc.assert(
      fc.property(fc.array(fc.oneof(row, row, row, fc.jsonValue())), (rows) => {
        const json = JSON.parse(JSON.stringify(rows)) as Json[];
        expect(JSON.stringify(carried(json))).toBe(JSON.stringify(withoutPrototype(json)));
      }),
    );
  });

  it('comes back as it was when many rows share few values', () => {
    const row = fc.record(
      {
        id: fc.uuid({ version: 7 }),
        kind: fc.constantFrom('dossier-received', 'result-signed'),
        seq: fc.nat(),
        fees: fc.array(fc.record({ code: fc.constantFrom('a', 'b'), amount: fc.nat(3) }), { maxLength: 3 }),
        note: fc.constantFrom(null, '', 'có', 1, true),
      },
      { requiredKeys: ['id', 'kind'] },
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 200 }), (rows) => {
        expect(JSON.stringify(carried(rows))).toBe(JSON.stringify(rows));
      }),
    );
  });

  it('leaves out what the JSON of a row leaves out', () => {
    const rows = [{ a: 1, b: undefined }, { a: 2 }] as unknown as Json[];
    expect(carried(rows)).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it.each([
    ['a text', 'x'],
    ['a column too short', [1]],
    ['a shape that is not there', { s: [['a']], r: { k: 1 }, c: [[1, 2]] }],
    ['too few columns', { s: [['a', 'b']], c: [[1, 2]] }],
    ['a value that is not there', { d: ['a'], i: '01' }],
    ['a list of no length', { n: [1, -1], e: [] }],
    ['half a UUID', { u: { k: '0' }, h: '00' }],
  ])('is refused when it is %s', (_what, column) => {
    expect(() => fromColumn(column, 2, MOST)).toThrow(RangeError);
  });

  it.each([
    ['lists', { n: { k: 1e9 }, e: { k: 1 } }],
    ['texts', { k: 'x'.repeat(600_000) }],
    ['lists of lists', { n: { k: 900 }, e: { n: { k: 900 }, e: { k: '' } } }],
  ])('is refused when a few bytes stand for very many %s', (_what, column) => {
    expect(() => fromColumn(column, 2, MOST)).toThrow('too much');
  });
});

/** As every reader of the line drops such a key. */
function withoutPrototype(json: Json): Json {
  return JSON.parse(JSON.stringify(json), (key, value) => (key === '__proto__' ? undefined : value));
}
