import { heading, labelLine } from '#shared/documents/blocks.ts';
import { declarationDocument } from '#shared/documents/declaration.ts';
import type { Block, PrintDocument } from '#shared/documents/model.ts';
import { written } from '#shared/documents/written.ts';
import { localDate } from '#shared/kernel/instant.ts';
import { dateInWords } from '#shared/people/date-in-words.ts';
import { displayPlace, displayResidence } from '#shared/people/display.ts';
import { genderText } from '#shared/people/gender-text.ts';
import { identityText } from '#shared/people/identity-text.ts';
import { fullName } from '#shared/people/names.ts';
import { displayPartialDate } from '#shared/people/partial-date.ts';
import type { DocumentInput } from '#shared/procedures/define-procedure.ts';
import { type BirthFacts, relation } from '../form.ts';

/** TỜ KHAI ĐĂNG KÝ KHAI SINH (TT 04/2024/TT-BTP, Phụ lục 5): what the requester signs at the desk. */
export function declaration({ facts, office, today, receivedAt }: DocumentInput<BirthFacts>): PrintDocument {
  return declarationDocument({
    title: 'TỜ KHAI ĐĂNG KÝ KHAI SINH',
    office,
    facts,
    relation,
    request: 'Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:',
    body: [
      ...childLines(facts),
      ...parentLines(facts, 'mother', 'mẹ'),
      ...parentLines(facts, 'father', 'cha'),
      heading('Thông tin về Giấy chứng nhận kết hôn của cha, mẹ'),
      labelLine(['Số', facts['marriage.number'] ?? ''], ['Quyển số', facts['marriage.volume'] ?? '']),
      labelLine(
        ['Đăng ký ngày', written(facts['marriage.date'], displayPartialDate)],
        ['Tại', facts['marriage.place'] ?? ''],
      ),
    ],
    oath: 'Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật, được sự thỏa thuận nhất trí của các bên liên quan theo quy định pháp luật. Tôi chịu hoàn toàn trách nhiệm trước pháp luật về nội dung cam đoan của mình.',
    madeOn: receivedAt === undefined ? today : localDate(receivedAt),
  });
}

function childLines(facts: BirthFacts): readonly Block[] {
  const born = facts['child.birthDate'];
  return [
    labelLine(['Họ, chữ đệm, tên', written(facts['child.name'], fullName)]),
    labelLine(['Ngày, tháng, năm sinh', written(born, displayPartialDate)]),
    labelLine(['Ghi bằng chữ', written(born, dateInWords)]),
    labelLine(
      ['Giới tính', genderText(facts['child.gender'])],
      ['Dân tộc', facts['child.ethnicity'] ?? ''],
      ['Quốc tịch', facts['child.nationality'] ?? ''],
    ),
    labelLine(['Nơi sinh', written(facts['child.birthPlace'], displayPlace)]),
    labelLine(['Quê quán', written(facts['child.origin'], displayPlace)]),
  ];
}

function parentLines(facts: BirthFacts, parent: 'mother' | 'father', word: string): readonly Block[] {
  return [
    labelLine([`Họ, chữ đệm, tên người ${word}`, written(facts[`${parent}.name`], fullName)]),
    labelLine(
      ['Năm sinh', written(facts[`${parent}.birthDate`], displayPartialDate)],
      ['Dân tộc', facts[`${parent}.ethnicity`] ?? ''],
      ['Quốc tịch', facts[`${parent}.nationality`] ?? ''],
    ),
    labelLine(['Nơi cư trú', written(facts[`${parent}.residence`], displayResidence)]),
    labelLine(['Giấy tờ tùy thân', identityText(facts[`${parent}.document`], facts[`${parent}.personalId`])]),
  ];
}
