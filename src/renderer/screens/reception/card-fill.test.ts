import { describe, expect, it } from 'vitest';
import { readCardQr } from '#shared/people/card-qr.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import { cardGroups, groupOfField } from './card-groups.ts';
import { fillFromCard } from './fill-from-card.ts';

const card = '001190000001||Nguyễn Thị Thử|01021990|Nữ|Số 1, Phường Cầu Giấy, Hà Nội|15082025';

function groupsOfBirth() {
  return cardGroups(findProcedure('birth-registration')?.form.sections ?? []);
}

describe('filling a person from a card', () => {
  it('knows whose cards a form takes, and whose field one stands in', () => {
    const groups = groupsOfBirth();
    expect(groups.map(({ id }) => id)).toEqual(['requester', 'mother', 'father']);
    expect(groupOfField(groups, 'mother.origin')?.id).toBe('mother');
    expect(groupOfField(groups, 'child.name')).toBeUndefined();
  });

  it('gives each field its part and leaves the others alone', () => {
    const mother = groupsOfBirth().find(({ id }) => id === 'mother');
    const read = readCardQr(card);
    if (!mother || !read.ok) throw new Error('the example card is not read');
    expect(fillFromCard(mother, read.value)).toEqual({
      'mother.name': { family: 'Nguyễn', middle: 'Thị', given: 'Thử' },
      'mother.birthDate': '1990-02-01',
      'mother.personalId': '001190000001',
      'mother.document': {
        kind: 'identity-card',
        number: '001190000001',
        issuedOn: '2025-08-15',
        issuer: 'Bộ Công an',
      },
      'mother.residence': {
        kind: 'permanent',
        province: 'Hà Nội',
        commune: 'Phường Cầu Giấy',
        detail: 'Số 1',
        country: '',
      },
    });
  });
});
