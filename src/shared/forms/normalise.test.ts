import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedFacts, everyKindForm } from '#tests/builders/every-kind-form.ts';
import { fieldsOf } from './field.ts';
import { findField } from './find-field.ts';
import { initialFacts } from './initial.ts';
import { normaliseFacts } from './normalise.ts';
import { alwaysAskResidence } from './note-two.ts';

const one = (key: string, value: unknown): unknown =>
  normaliseFacts(everyKindForm, { level: 'full', consent: true, years: 1, [key]: value })[key];

describe('normalising facts', () => {
  it('leaves facts that are already right as they are', () => {
    expect(normaliseFacts(everyKindForm, acceptedFacts)).toEqual(acceptedFacts);
  });

  it.each([
    ['reason', '  hai   chữ\t', 'hai chữ'],
    ['reason', 'Ho\u0300a', 'Hòa'],
    ['reason', '   ', undefined],
    ['note', ' một \r\n\r\n\r\n\r\nhai ', 'một\n\nhai'],
    ['member.name', 'ĐẶNG THỊ THỬ', { family: 'Đặng', middle: 'Thị', given: 'Thử' }],
    ['member.name', { family: ' đặng', given: 'thử ' }, { family: 'Đặng', middle: '', given: 'Thử' }],
    ['member.name', { family: '', middle: ' ', given: '' }, undefined],
    ['member.birth', '1/2/1990', '1990-02-01'],
    ['member.birth', '02/1990', '1990-02'],
    ['member.birth', 1990, '1990'],
    ['member.birth', '31/02/1990', '31/02/1990'],
    ['joined.on', '05012026', '2026-01-05'],
    ['joined.at', '7h5', '07:05'],
    ['joined.at', '19 giờ 30 phút', '19:30'],
    ['joined.at', '0705', '07:05'],
    ['joined.at', 'sáng', 'sáng'],
    ['member.number', '001 190 000001', '001190000001'],
    ['member.phone', '+84 912.345.678', '0912345678'],
    ['member.phone', '(024) 3834-5678', '02438345678'],
    ['member.phone', '+81 3 1234 5678', '+81312345678'],
    ['years', '3', 3],
    ['years', 'ba', 'ba'],
    ['consent', false, false],
    ['copies', { wanted: true, count: '2' }, { wanted: true, count: 2 }],
    ['copies', { wanted: false, count: 5 }, { wanted: false, count: 0 }],
    [
      'member.id',
      { kind: 'passport', number: ' b123 4567 ' },
      { kind: 'passport', number: 'B1234567', issuer: '' },
    ],
    [
      'member.home',
      { province: 'Hà Nội', commune: ' Cầu Giấy', detail: 'Tổ 3', country: 'Việt Nam' },
      { kind: 'permanent', province: 'Hà Nội', commune: 'Cầu Giấy', detail: 'Tổ 3', country: '' },
    ],
    ['member.home', { kind: 'temporary', province: ' ' }, undefined],
    ['joined.place', {}, undefined],
  ])('reads %s from %j', (key, raw, expected) => {
    expect(one(key, raw)).toEqual(expected);
  });

  it('drops hidden fields, and what only a hidden field showed', () => {
    const facts = normaliseFacts(everyKindForm, { ...acceptedFacts, level: 'guest', consent: false });
    expect(facts).not.toHaveProperty('years');
    expect(facts).not.toHaveProperty('reason');
    expect(facts).not.toHaveProperty('note');
    expect(facts).toHaveProperty('copies');
  });

  it('keeps keys the form does not have, for validation to name', () => {
    expect(normaliseFacts(everyKindForm, { stranger: 'x', [alwaysAskResidence]: 'yes' })).toEqual({
      stranger: 'x',
    });
  });

  it('normalised twice is normalised once, whatever came', () => {
    const keys = fieldsOf(everyKindForm).map((field) => field.key);
    const value = fc.oneof(
      fc.jsonValue(),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(...Object.values(acceptedFacts)),
      fc.constantFrom(
        'guest',
        'full',
        'true',
        '7h',
        '1/2/1990',
        ' a\n\n\n\nb ',
        true,
        null,
        undefined,
        Number.NaN,
      ),
      fc.dictionary(
        fc.constantFrom(
          'kind',
          'number',
          'wanted',
          'count',
          'family',
          'given',
          'detail',
          'issuedOn',
          'country',
        ),
        fc.oneof(fc.string(), fc.integer(), fc.constantFrom('vn', 'true', '01/02/2020', '  ')),
      ),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), value), (raw) => {
        const once = normaliseFacts(everyKindForm, raw);
        expect(normaliseFacts(everyKindForm, once)).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the facts a draft starts with', () => {
  it('are the initial values under what is already known', () => {
    expect(initialFacts(everyKindForm)).toEqual({ 'member.ethnicity': 'Kinh' });
    expect(initialFacts(everyKindForm, { 'member.ethnicity': 'Tày' })).toEqual({ 'member.ethnicity': 'Tày' });
  });

  it('carry the office that always asks for the residence', () => {
    expect(initialFacts(everyKindForm, {}, { alwaysAskResidence: true })[alwaysAskResidence]).toBe(true);
  });
});

describe('finding a field', () => {
  it('answers the field of a key, or nothing', () => {
    expect(findField(everyKindForm, 'level')?.kind).toBe('choice');
    expect(findField(everyKindForm, 'toString')).toBeUndefined();
  });
});
