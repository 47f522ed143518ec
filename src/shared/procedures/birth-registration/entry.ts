import { written } from '#shared/documents/written.ts';
import { dateInWords } from '#shared/people/date-in-words.ts';
import { displayPlace, displayResidence } from '#shared/people/display.ts';
import { genderText } from '#shared/people/gender-text.ts';
import { identityText } from '#shared/people/identity-text.ts';
import { fullName } from '#shared/people/names.ts';
import { displayPartialDate } from '#shared/people/partial-date.ts';
import type { ProcedureContext } from '#shared/procedures/define-procedure.ts';
import type { BookDefinition, DuplicateKey, EntryDraft } from '#shared/registers/entry.ts';
import { personSearchKeys } from '#shared/registers/search-keys.ts';
import { isInTime } from './deadline.ts';
import type { BirthFacts } from './form.ts';

export const book: BookDefinition = { kind: 'birth', title: 'Sổ đăng ký khai sinh' };

/** Accepted declaration to one entry of the book, columns and tick boxes as printed (TT 04/2024/TT-BTP). */
export function entry(facts: BirthFacts, { today }: ProcedureContext): EntryDraft {
  const inTime = isInTime(facts, today);
  return {
    subject: written(facts['child.name'], fullName),
    eventDate: facts['child.birthDate'] ?? '',
    columns: columns(facts),
    boxes: [
      { label: 'Đúng hạn', checked: inTime },
      { label: 'Quá hạn', checked: !inTime },
      { label: 'Đăng ký lại', checked: false },
      { label: 'Trẻ chưa xác định được cha, mẹ', checked: isUndetermined(facts) },
      { label: 'Trẻ bị bỏ rơi', checked: facts['case.child'] === 'abandoned' },
      { label: 'Ghi vào Sổ hộ tịch việc khai sinh', checked: false },
    ],
    notes: notes(facts),
    searchKeys: searchKeys(facts),
    statistics: statistics(facts, inTime),
  };
}

/** The mother's name tells a twin from a second registration; no event without a date is compared. */
export function duplicateKey(facts: BirthFacts): DuplicateKey | undefined {
  const born = facts['child.birthDate'];
  if (born === undefined) return undefined;
  return {
    subject: written(facts['child.name'], fullName),
    eventDate: born,
    parent: written(facts['mother.name'], fullName),
  };
}

function columns(facts: BirthFacts): EntryDraft['columns'] {
  const born = facts['child.birthDate'];
  return [
    { label: 'Họ, chữ đệm, tên', value: written(facts['child.name'], fullName) },
    { label: 'Ngày, tháng, năm sinh', value: written(born, displayPartialDate) },
    { label: 'Ghi bằng chữ', value: written(born, dateInWords) },
    { label: 'Giới tính', value: genderText(facts['child.gender']) },
    { label: 'Dân tộc', value: facts['child.ethnicity'] ?? '' },
    { label: 'Quốc tịch', value: facts['child.nationality'] ?? '' },
    { label: 'Nơi sinh', value: written(facts['child.birthPlace'], displayPlace) },
    { label: 'Quê quán', value: written(facts['child.origin'], displayPlace) },
    { label: 'Số định danh cá nhân', value: '' },
    ...parentColumns(facts, 'mother', 'mẹ'),
    ...parentColumns(facts, 'father', 'cha'),
    { label: 'Họ, chữ đệm, tên người đi khai sinh', value: written(facts['requester.name'], fullName) },
    {
      label: 'Giấy tờ tùy thân của người đi khai sinh',
      value: identityText(facts['requester.document'], facts['requester.personalId']),
    },
    { label: 'Người ký Giấy khai sinh, chức vụ', value: '' },
  ];
}

function parentColumns(facts: BirthFacts, parent: 'mother' | 'father', word: string): EntryDraft['columns'] {
  return [
    { label: `Họ, chữ đệm, tên người ${word}`, value: written(facts[`${parent}.name`], fullName) },
    { label: `Năm sinh của ${word}`, value: written(facts[`${parent}.birthDate`], displayPartialDate) },
    { label: `Dân tộc của ${word}`, value: facts[`${parent}.ethnicity`] ?? '' },
    { label: `Quốc tịch của ${word}`, value: facts[`${parent}.nationality`] ?? '' },
    { label: `Nơi cư trú của ${word}`, value: written(facts[`${parent}.residence`], displayResidence) },
  ];
}

function isUndetermined(facts: BirthFacts): boolean {
  return ['father-undetermined', 'mother-undetermined', 'both-undetermined'].includes(
    facts['case.child'] ?? '',
  );
}

function notes(facts: BirthFacts): readonly string[] {
  return [
    ...(facts['case.child'] === 'abandoned' ? ['Trẻ bị bỏ rơi'] : []),
    ...(facts['case.child'] === 'both-undetermined' ? ['Trẻ chưa xác định được cha, mẹ'] : []),
    ...(facts['case.mobile'] === true ? ['Đăng ký lưu động'] : []),
  ];
}

function searchKeys(facts: BirthFacts): EntryDraft['searchKeys'] {
  return [
    ...personSearchKeys({ name: facts['child.name'], date: facts['child.birthDate'] }),
    ...(['mother', 'father', 'requester'] as const).flatMap((person) =>
      personSearchKeys({
        name: facts[`${person}.name`],
        personalId: facts[`${person}.personalId`],
        document: facts[`${person}.document`],
      }),
    ),
  ];
}

function statistics(facts: BirthFacts, onTime: boolean): EntryDraft['statistics'] {
  // Years, not full years: a parent's date may hold the year alone.
  const mother = facts['mother.birthDate'];
  const born = facts['child.birthDate'];
  return {
    onTime,
    gender: facts['child.gender'] ?? '',
    ethnicity: facts['child.ethnicity'] ?? '',
    case: facts['case.child'] ?? '',
    parentsMarried: facts['case.parentsMarried'] === true,
    mobile: facts['case.mobile'] === true,
    ...(mother && born && { motherAgeAtBirth: Number(born.slice(0, 4)) - Number(mother.slice(0, 4)) }),
  };
}
