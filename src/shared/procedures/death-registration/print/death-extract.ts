import {
  a4Document,
  labelLine,
  letterhead,
  noSignature,
  signatures,
  signerSignature,
  title,
} from '#shared/documents/blocks.ts';
import type { Block, PrintDocument } from '#shared/documents/model.ts';
import { written } from '#shared/documents/written.ts';
import { dateInWords } from '#shared/people/date-in-words.ts';
import { displayPlace, displayResidence } from '#shared/people/display.ts';
import { genderText } from '#shared/people/gender-text.ts';
import { identityText } from '#shared/people/identity-text.ts';
import { capitals, fullName } from '#shared/people/names.ts';
import { displayPartialDate } from '#shared/people/partial-date.ts';
import type { DocumentInput } from '#shared/procedures/define-procedure.ts';
import { entryNumberText } from '#shared/registers/entry.ts';
import type { DeathFacts } from '../form.ts';
import { momentOfDeath } from '../moment-of-death.ts';

type Kind = 'original' | 'copy';

/** TRÍCH LỤC KHAI TỬ, numbered `…/TLKT`, a copy `…/TLKT-BS` (TT 04/2020/TT-BTP). */
export function deathExtract(input: DocumentInput<DeathFacts>, kind: Kind): PrintDocument {
  const number = input.entry === undefined ? '' : String(input.entry.number).padStart(2, '0');
  const suffix = kind === 'copy' ? '/TLKT-BS' : '/TLKT';
  return paper(input, kind, 'TRÍCH LỤC KHAI TỬ', `${number}${suffix}`, 'NGƯỜI KÝ TRÍCH LỤC');
}

/** GIẤY CHỨNG TỬ, the name of the paper from 01/3/2027 (Luật Hộ tịch số 03/2026/QH16). */
export function deathCertificate(input: DocumentInput<DeathFacts>, kind: Kind): PrintDocument {
  const number = input.entry === undefined ? '' : entryNumberText(input.entry);
  return paper(input, kind, 'GIẤY CHỨNG TỬ', number, 'NGƯỜI KÝ GIẤY CHỨNG TỬ');
}

function paper(
  input: DocumentInput<DeathFacts>,
  kind: Kind,
  heading: string,
  number: string,
  signed: string,
): PrintDocument {
  return a4Document(heading, [
    letterhead(input.office, { number: `Số: ${number}`, date: input.today }),
    title(heading, kind === 'copy' ? '(BẢN SAO)' : undefined),
    ...deceasedLines(input.facts),
    ...registrationLines(input),
    labelLine(['Ghi chú', input.entry?.notes.join('; ') ?? '']),
    signatures(noSignature, signerSignature(input.signer, signed)),
  ]);
}

function deceasedLines(facts: DeathFacts): readonly Block[] {
  return [
    labelLine({ label: 'Họ, chữ đệm, tên', value: written(facts['deceased.name'], capitals), bold: true }),
    labelLine(
      ['Ngày, tháng, năm sinh', written(facts['deceased.birthDate'], displayPartialDate)],
      ['Giới tính', genderText(facts['deceased.gender'])],
    ),
    labelLine(
      ['Dân tộc', facts['deceased.ethnicity'] ?? ''],
      ['Quốc tịch', facts['deceased.nationality'] ?? ''],
    ),
    labelLine(['Số định danh cá nhân', facts['deceased.personalId'] ?? '']),
    labelLine(['Giấy tờ tùy thân', identityText(facts['deceased.document'])]),
    labelLine(['Nơi cư trú cuối cùng', written(facts['deceased.residence'], displayResidence)]),
    labelLine(['Đã chết vào lúc', momentOfDeath(facts)]),
    labelLine(['Ghi bằng chữ', written(facts['death.date'], dateInWords)]),
    labelLine(['Nơi chết', written(facts['death.place'], displayPlace)]),
    labelLine(['Nguyên nhân chết', facts['death.cause'] ?? '']),
  ];
}

function registrationLines({ entry, office, facts }: DocumentInput<DeathFacts>): readonly Block[] {
  return [
    labelLine(['Đã được đăng ký khai tử tại', `${office.name}, ${office.province}`]),
    labelLine(
      ['Số', entry === undefined ? '' : entryNumberText(entry)],
      ['Ngày', written(entry?.registeredOn, displayPartialDate)],
    ),
    labelLine(['Họ, chữ đệm, tên người đi khai tử', written(facts['requester.name'], fullName)]),
    labelLine(['Giấy tờ tùy thân', identityText(facts['requester.document'], facts['requester.personalId'])]),
  ];
}
