import { describe, expect, it } from 'vitest';
import { holds } from './condition.ts';
import type { Facts } from './facts.ts';
import { alwaysAskResidence, noteTwo } from './note-two.ts';

const note = noteTwo('id', 'birth');
const card = { kind: 'citizen-card', number: '001190000001', issuer: '' };
const passport = { kind: 'passport', number: 'B1234567', issuer: '' };

describe('note (2)', () => {
  it.each([
    ['a personal ID and a full birth date', { id: '001190000001', birth: '1990-02-01' }, false],
    ['a card and a full birth date', { id: card, birth: '1990-02-01' }, false],
    [
      'an old 9-digit card',
      { id: { ...card, kind: 'old-identity-card', number: '012345678' }, birth: '1990-02-01' },
      false,
    ],
    ['a card without its number', { id: { ...card, number: '' }, birth: '1990-02-01' }, true],
    ['a passport only', { id: passport, birth: '1990-02-01' }, true],
    ['no paper', { birth: '1990-02-01' }, true],
    ['a year of birth only', { id: card, birth: '1990' }, true],
    ['a month of birth only', { id: card, birth: '1990-02' }, true],
    ['no birth date', { id: card }, true],
    ['nothing', {}, true],
    [
      'everything, in an office that always asks',
      { id: card, birth: '1990-02-01', [alwaysAskResidence]: true },
      true,
    ],
  ])('with %s asks for the residence: %s', (_, facts, expected) => {
    expect(holds(note, facts as unknown as Facts)).toBe(expected);
  });
});
