import { describe, expect, test } from 'vitest';
import type { Gender, PartialDate } from './person-values.ts';
import { parsePersonalId, personalIdProblems } from './personal-id.ts';

function codes(id: string, gender?: Gender, birthDate?: string): string[] {
  return personalIdProblems(id, { gender, birthDate: birthDate as PartialDate | undefined }, 'mother.id').map(
    (each) => `${each.severity} ${each.code}`,
  );
}

test('exactly 12 digits are a personal id, grouped or not', () => {
  expect(parsePersonalId('001190000001')).toBe('001190000001');
  expect(parsePersonalId(' 001 190 000 001 ')).toBe('001190000001');
  expect(parsePersonalId('123456789')).toBeUndefined();
  expect(parsePersonalId('0011900000011')).toBeUndefined();
  expect(parsePersonalId('00119000000O')).toBeUndefined();
});

describe('checks', () => {
  test('the wrong number of digits stops', () => {
    expect(codes('123456789')).toEqual(['error rule/G01']);
    expect(codes('')).toEqual(['error rule/G01']);
  });

  test.each([
    ['001090000001', 'male', '1990-05-06'],
    ['001190000001', 'female', '1990'],
    ['079203000001', 'male', '2003-02'],
    ['079303000001', 'female', '2003-02-26'],
    ['001426000001', 'male', '2126-01-01'],
  ] as const)('%s agrees with %s, %s', (id, gender, birthDate) => {
    expect(codes(id, gender, birthDate)).toEqual([]);
  });

  test('another gender, year or century is a warning', () => {
    expect(codes('001090000001', 'female')).toEqual(['warning rule/G02']);
    expect(codes('001090000001', 'male', '1991')).toEqual(['warning rule/G02']);
    expect(codes('001290000001', 'male', '1990')).toEqual(['warning rule/G02']);
    expect(codes('001190000001', 'male', '1991')).toEqual(['warning rule/G02', 'warning rule/G02']);
  });

  test('an unknown place of registration is a warning, since births abroad have codes of their own', () => {
    expect(codes('003090000001')).toEqual(['warning person/id-province']);
    expect(codes('101090000001')).toEqual(['warning person/id-province']);
  });
});
