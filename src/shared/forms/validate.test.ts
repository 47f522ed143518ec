import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedFacts, everyKindForm } from '#tests/builders/every-kind-form.ts';
import type { Facts } from './facts.ts';
import { fieldsOf } from './field.ts';
import { normaliseFacts } from './normalise.ts';
import { alwaysAskResidence } from './note-two.ts';
import { validateFacts } from './validate.ts';

const check = (changes: Record<string, unknown>) => {
  const facts = Object.fromEntries(
    Object.entries({ ...acceptedFacts, ...changes }).filter(([, value]) => value !== undefined),
  );
  return validateFacts(everyKindForm, facts as unknown as Facts);
};
const codes = (changes: Record<string, unknown>): string[] =>
  check(changes).map((each) => `${each.severity} ${each.code} ${each.field}`);

const residence = { kind: 'permanent', province: 'Hà Nội', commune: 'Cầu Giấy', detail: '', country: '' };
const card = acceptedFacts['member.id'];

describe('validating facts', () => {
  it('accepts what is right', () => {
    expect(check({})).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['member.name', undefined, 'error field/required'],
    ['member.name', 'Đặng Thử', 'error field/format'],
    ['member.name', { family: 'Đặng', middle: '', given: '' }, 'error field/format'],
    ['member.name', { family: '', middle: '', given: 'Thử' }, 'warning field/format'],
    ['member.name', { family: 'Đặng', middle: '', given: 'Thử#' }, 'error person/name-characters'],
    ['member.birth', '31/02/1990', 'error field/format'],
    ['member.birth', '1990-13', 'error field/format'],
    ['member.birth', '0990', 'error field/format'],
    ['member.number', '123456789', 'error rule/G01'],
    ['member.number', '999190000001', 'warning person/id-province'],
    ['member.phone', '12345', 'error field/format'],
    ['member.phone', '091234567', 'error field/format'],
    ['member.email', 'thu@vidu', 'error field/format'],
    ['member.id', { ...card, number: '12345678' }, 'error rule/G01'],
    ['member.id', { ...card, number: '' }, 'error field/format'],
    ['member.id', { ...card, kind: 'badge' }, 'error field/not-a-choice'],
    ['member.id', { ...card, issuedOn: '2021-02-30' }, 'error field/format'],
    ['member.id', { ...card, issuer: '' }, 'notice field/format'],
    ['member.id', { ...card, kind: 'old-identity-card', number: '12345' }, 'error field/format'],
    ['joined.on', '2026-01', 'error field/format'],
    ['joined.on', '2026-02-30', 'error field/format'],
    ['joined.at', '24:00', 'error field/format'],
    [
      'joined.place',
      { facility: 'Nhà văn hóa', commune: '', province: 'Hà Nội', country: '' },
      'error field/format',
    ],
    ['level', 'gold', 'error field/not-a-choice'],
    ['years', undefined, 'error field/required'],
    ['years', 11, 'error field/format'],
    ['years', 0, 'error field/format'],
    ['years', 1.5, 'error field/format'],
    ['years', 'ba', 'error field/format'],
    ['reason', 'dài hơn hai mươi ký tự', 'error field/too-long'],
    ['consent', 'có', 'error field/format'],
    ['copies', { wanted: true, count: 0 }, 'error field/format'],
    ['note', 'x'.repeat(4001), 'error field/too-long'],
    ['stranger', 'x', 'error field/unknown'],
  ])('says of %s %j: %s', (key, value, expected) => {
    const problems = codes({
      'member.home': residence,
      [key]: value,
      ...(key === 'consent' ? { note: undefined } : {}),
    });
    expect(problems).toEqual([`${expected} ${key}`]);
  });

  it.each([
    { kind: 'passport', number: 'B1234567', issuer: 'Cục QLXNC', issuedOn: '2020-01-02' },
    { kind: 'electronic-identity', number: '001190000001', issuer: '' },
    { kind: 'old-identity-card', number: '012345678', issuer: 'Công an Hà Nội', issuedOn: '2005-01-02' },
    { kind: 'birth-certificate', number: '01/2014, quyển số 02', issuer: 'UBND xã', issuedOn: '2014-11-15' },
  ])('accepts the identity document %j', (document) => {
    expect(codes({ 'member.id': document, 'member.home': residence })).toEqual([]);
  });

  it('asks for the residence as rule G03 when the birth date lacks its day', () => {
    expect(codes({ 'member.birth': '1990' })).toEqual(['error rule/G03 member.home']);
    expect(codes({ 'member.birth': '1990', 'member.home': residence })).toEqual([]);
  });

  it('asks for the residence in an office that always asks', () => {
    expect(codes({ [alwaysAskResidence]: true })).toEqual(['error rule/G03 member.home']);
  });

  it('wants province and commune in Việt Nam, and only the country abroad', () => {
    expect(codes({ 'member.home': { ...residence, commune: '' } })).toEqual([
      'error field/format member.home',
    ]);
    expect(
      codes({ 'member.home': { ...residence, province: '', commune: '', country: 'Nhật Bản' } }),
    ).toEqual([]);
  });

  it('does not look at hidden fields', () => {
    expect(codes({ level: 'guest', years: undefined, reason: undefined })).toEqual([]);
  });

  it('speaks in whole sentences that name the field, its section and the way out', () => {
    const [missing] = check({ 'member.name': undefined });
    expect(missing?.message).toBe('Chưa nhập “Họ, chữ đệm, tên” (Hội viên). Hãy nhập trước khi tiếp nhận.');
    const [format] = check({ 'joined.at': '25:00' });
    expect(format?.message).toBe(
      '“Giờ” (Việc gia nhập): không phải giờ trong ngày. Hãy nhập theo dạng 07:30.',
    );
  });

  it('never throws and always names a field, whatever the facts hold', () => {
    const keys = fieldsOf(everyKindForm).map((field) => field.key);
    const facts = fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), fc.jsonValue());
    fc.assert(
      fc.property(facts, (raw) => {
        for (const given of [raw as unknown as Facts, normaliseFacts(everyKindForm, raw)]) {
          for (const each of validateFacts(everyKindForm, given)) {
            expect(each.field).toBeDefined();
            expect(each.message).not.toMatch(/undefined|\[object/);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });
});
