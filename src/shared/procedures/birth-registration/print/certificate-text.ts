import { written } from '#shared/documents/written.ts';
import { dateInWords } from '#shared/people/date-in-words.ts';
import { displayPlace, displayResidence } from '#shared/people/display.ts';
import { genderText } from '#shared/people/gender-text.ts';
import { identityText } from '#shared/people/identity-text.ts';
import { capitals, fullName } from '#shared/people/names.ts';
import { displayPartialDate } from '#shared/people/partial-date.ts';
import type { DocumentInput } from '#shared/procedures/define-procedure.ts';
import { entryNumberText } from '#shared/registers/entry.ts';
import type { BirthFacts } from '../form.ts';

export type ParentText = {
  readonly name: string;
  readonly birth: string;
  readonly ethnicity: string;
  readonly nationality: string;
  readonly residence: string;
};

export type CertificateText = ReturnType<typeof certificateText>;

/** Every text of the Giấy khai sinh (Luật Hộ tịch 2014, Điều 14), for the full page and for the overlay alike. */
export function certificateText({ facts, entry, personalId, signer, office }: DocumentInput<BirthFacts>) {
  const born = facts['child.birthDate'];
  return {
    number: entry === undefined ? '' : entryNumberText(entry),
    name: written(facts['child.name'], capitals),
    birthDate: written(born, displayPartialDate),
    birthDateInWords: written(born, dateInWords),
    gender: genderText(facts['child.gender']),
    ethnicity: facts['child.ethnicity'] ?? '',
    nationality: facts['child.nationality'] ?? '',
    birthPlace: written(facts['child.birthPlace'], displayPlace),
    origin: written(facts['child.origin'], displayPlace),
    personalId: personalId ?? '',
    mother: parentText(facts, 'mother'),
    father: parentText(facts, 'father'),
    requester: written(facts['requester.name'], fullName),
    requesterDocument: identityText(facts['requester.document'], facts['requester.personalId']),
    registeredAt: `${office.name}, ${office.province}`,
    registeredOn: written(entry?.registeredOn, displayPartialDate),
    signerName: signer?.name ?? '',
    signerTitle: signer?.title ?? '',
  };
}

function parentText(facts: BirthFacts, parent: 'mother' | 'father'): ParentText {
  return {
    name: written(facts[`${parent}.name`], capitals),
    birth: written(facts[`${parent}.birthDate`], displayPartialDate),
    ethnicity: facts[`${parent}.ethnicity`] ?? '',
    nationality: facts[`${parent}.nationality`] ?? '',
    residence: written(facts[`${parent}.residence`], displayResidence),
  };
}
