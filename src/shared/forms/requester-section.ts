import { displayResidence } from '../people/display.ts';
import { fullName } from '../people/names.ts';
import type { Condition } from './condition.ts';
import type { Choice, FactsOf } from './field.ts';
import { noteTwo } from './note-two.ts';

/** The value of `requester.relation` that asks for words of its own. */
export const otherRelation = 'other';

/**
 * Note (2) for one person with both a personal ID field and a paper field: either of them will do. `person` is the
 * prefix of the keys; a person without a name is not asked.
 */
export function needsResidence<P extends string>(person: P): Condition {
  const birthDate = `${person}.birthDate`;
  return {
    all: [
      { present: `${person}.name` },
      noteTwo(`${person}.personalId`, birthDate),
      noteTwo(`${person}.document`, birthDate),
    ],
  };
}

/** The requester block every declaration opens with (TT 04/2024/TT-BTP). `relations` must offer {@link otherRelation}. */
export function requesterSection(options: {
  readonly relationLabel: string;
  readonly relations: readonly Choice[];
}) {
  return {
    id: 'requester',
    title: 'Người yêu cầu',
    fields: [
      {
        key: 'requester.name',
        kind: 'name',
        label: 'Họ, chữ đệm, tên người yêu cầu',
        required: true,
        card: 'name',
      },
      {
        key: 'requester.birthDate',
        kind: 'partial-date',
        label: 'Ngày, tháng, năm sinh',
        required: true,
        card: 'birth-date',
      },
      {
        key: 'requester.personalId',
        kind: 'personal-id',
        label: 'Số định danh cá nhân',
        required: false,
        card: 'personal-id',
      },
      {
        key: 'requester.document',
        kind: 'identity-document',
        label: 'Giấy tờ tùy thân',
        required: true,
        card: 'identity-document',
      },
      {
        key: 'requester.residence',
        kind: 'residence',
        label: 'Nơi cư trú',
        required: needsResidence('requester'),
        hint: 'Ghi theo nơi đăng ký thường trú; không có thì ghi nơi tạm trú, rồi nơi ở hiện tại.',
        card: 'residence',
      },
      {
        key: 'requester.relation',
        kind: 'choice',
        label: options.relationLabel,
        required: true,
        choices: options.relations,
      },
      {
        key: 'requester.relationNote',
        kind: 'text',
        label: 'Quan hệ khác (ghi rõ)',
        required: true,
        shownWhen: { key: 'requester.relation', is: otherRelation },
        maxLength: 100,
      },
      { key: 'requester.phone', kind: 'phone', label: 'Số điện thoại', required: false },
      { key: 'requester.email', kind: 'email', label: 'Thư điện tử', required: false },
      {
        key: 'requester.authorised',
        kind: 'yes-no',
        label: 'Thực hiện theo văn bản ủy quyền',
        required: false,
        initial: false,
      },
    ],
  } as const;
}

export type RequesterFacts = FactsOf<{ readonly sections: readonly [ReturnType<typeof requesterSection>] }>;

/** The requester as lists and the receipt slip name one. */
export function applicantOf(facts: RequesterFacts) {
  const name = facts['requester.name'];
  const residence = facts['requester.residence'];
  return {
    applicant: name === undefined ? '' : fullName(name),
    applicantAddress: residence === undefined ? '' : displayResidence(residence),
    applicantPhone: facts['requester.phone'] ?? '',
    applicantEmail: facts['requester.email'] ?? '',
  };
}
