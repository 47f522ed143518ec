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
import { ageAtDeath, ageBox } from './age.ts';
import { isInTime } from './deadline.ts';
import type { DeathFacts } from './form.ts';
import { momentOfDeath } from './moment-of-death.ts';
import { noticeText } from './notice-text.ts';

export const book: BookDefinition = { kind: 'death', title: 'Sổ đăng ký khai tử' };

/** Accepted declaration to one entry of the book, columns and tick boxes as printed (TT 04/2024/TT-BTP). */
export function entry(facts: DeathFacts, { today }: ProcedureContext): EntryDraft {
  const inTime = isInTime(facts, today);
  const box = ageBox(facts);
  return {
    subject: written(facts['deceased.name'], fullName),
    eventDate: facts['death.date'] ?? '',
    columns: columns(facts),
    boxes: [
      { label: 'Đúng hạn', checked: inTime },
      { label: 'Quá hạn', checked: !inTime },
      { label: 'Đăng ký lại', checked: false },
      { label: 'Trẻ dưới 01 tuổi', checked: box === 'under-1' },
      { label: 'Trẻ từ 01 đến dưới 5 tuổi', checked: box === 'from-1-under-5' },
      { label: 'Ghi vào Sổ hộ tịch việc khai tử', checked: false },
    ],
    notes: facts['case.mobile'] === true ? ['Đăng ký lưu động'] : [],
    searchKeys: searchKeys(facts),
    statistics: statistics(facts, inTime),
  };
}

/** One person dies once: the same name on the same day is a second registration. */
export function duplicateKey(facts: DeathFacts): DuplicateKey | undefined {
  const died = facts['death.date'];
  if (died === undefined) return undefined;
  return { subject: written(facts['deceased.name'], fullName), eventDate: died, parent: '' };
}

function columns(facts: DeathFacts): EntryDraft['columns'] {
  return [
    { label: 'Họ, chữ đệm, tên', value: written(facts['deceased.name'], fullName) },
    { label: 'Ngày, tháng, năm sinh', value: written(facts['deceased.birthDate'], displayPartialDate) },
    { label: 'Giới tính', value: genderText(facts['deceased.gender']) },
    { label: 'Dân tộc', value: facts['deceased.ethnicity'] ?? '' },
    { label: 'Quốc tịch', value: facts['deceased.nationality'] ?? '' },
    { label: 'Số định danh cá nhân', value: facts['deceased.personalId'] ?? '' },
    { label: 'Giấy tờ tùy thân', value: identityText(facts['deceased.document']) },
    { label: 'Nơi cư trú cuối cùng', value: written(facts['deceased.residence'], displayResidence) },
    { label: 'Đã chết vào lúc', value: momentOfDeath(facts) },
    { label: 'Ghi bằng chữ', value: written(facts['death.date'], dateInWords) },
    { label: 'Nơi chết', value: written(facts['death.place'], displayPlace) },
    { label: 'Nguyên nhân chết', value: facts['death.cause'] ?? '' },
    { label: 'Giấy báo tử/Giấy tờ thay thế', value: noticeText(facts) },
    { label: 'Họ, chữ đệm, tên người đi khai tử', value: written(facts['requester.name'], fullName) },
    {
      label: 'Giấy tờ tùy thân của người đi khai tử',
      value: identityText(facts['requester.document'], facts['requester.personalId']),
    },
    { label: 'Người ký, chức vụ', value: '' },
  ];
}

function searchKeys(facts: DeathFacts): EntryDraft['searchKeys'] {
  return [
    ...personSearchKeys({
      name: facts['deceased.name'],
      personalId: facts['deceased.personalId'],
      document: facts['deceased.document'],
      date: facts['death.date'],
    }),
    ...personSearchKeys({
      name: facts['requester.name'],
      personalId: facts['requester.personalId'],
      document: facts['requester.document'],
    }),
  ];
}

function statistics(facts: DeathFacts, onTime: boolean): EntryDraft['statistics'] {
  const age = ageAtDeath(facts);
  return {
    onTime,
    gender: facts['deceased.gender'] ?? '',
    ethnicity: facts['deceased.ethnicity'] ?? '',
    noticeKind: facts['notice.kind'] ?? '',
    mobile: facts['case.mobile'] === true,
    ...(age && { ageAtEvent: age.least }),
  };
}
