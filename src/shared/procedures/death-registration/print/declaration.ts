import { labelLine } from '#shared/documents/blocks.ts';
import { declarationDocument } from '#shared/documents/declaration.ts';
import type { PrintDocument } from '#shared/documents/model.ts';
import { written } from '#shared/documents/written.ts';
import { localDate } from '#shared/kernel/instant.ts';
import { displayPlace, displayResidence } from '#shared/people/display.ts';
import { genderText } from '#shared/people/gender-text.ts';
import { identityText } from '#shared/people/identity-text.ts';
import { fullName } from '#shared/people/names.ts';
import { displayPartialDate } from '#shared/people/partial-date.ts';
import type { DocumentInput } from '#shared/procedures/define-procedure.ts';
import { type DeathFacts, relation } from '../form.ts';
import { momentOfDeath } from '../moment-of-death.ts';
import { noticeText } from '../notice-text.ts';

/** TỜ KHAI ĐĂNG KÝ KHAI TỬ (TT 04/2024/TT-BTP, Phụ lục 5): what the requester signs at the desk. */
export function declaration({ facts, office, today, receivedAt }: DocumentInput<DeathFacts>): PrintDocument {
  return declarationDocument({
    title: 'TỜ KHAI ĐĂNG KÝ KHAI TỬ',
    office,
    facts,
    relation,
    request: 'Đề nghị cơ quan đăng ký khai tử cho người có tên dưới đây:',
    body: [
      labelLine(['Họ, chữ đệm, tên', written(facts['deceased.name'], fullName)]),
      labelLine(
        ['Ngày, tháng, năm sinh', written(facts['deceased.birthDate'], displayPartialDate)],
        ['Giới tính', genderText(facts['deceased.gender'])],
      ),
      labelLine(
        ['Dân tộc', facts['deceased.ethnicity'] ?? ''],
        ['Quốc tịch', facts['deceased.nationality'] ?? ''],
      ),
      labelLine(['Nơi cư trú cuối cùng', written(facts['deceased.residence'], displayResidence)]),
      labelLine(['Giấy tờ tùy thân', identityText(facts['deceased.document'], facts['deceased.personalId'])]),
      labelLine(['Đã chết vào lúc', momentOfDeath(facts)]),
      labelLine(['Nơi chết', written(facts['death.place'], displayPlace)]),
      labelLine(['Nguyên nhân chết', facts['death.cause'] ?? '']),
      labelLine(['Giấy báo tử/Giấy tờ thay thế Giấy báo tử', noticeText(facts)]),
    ],
    oath: 'Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật về cam đoan của mình.',
    madeOn: receivedAt === undefined ? today : localDate(receivedAt),
  });
}
