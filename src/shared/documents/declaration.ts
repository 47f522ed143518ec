import type { OfficeProfile } from '../dossiers/office.ts';
import type { ClosingFacts } from '../forms/closing-sections.ts';
import { otherRelation, type RequesterFacts, type requesterSection } from '../forms/requester-section.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { displayResidence } from '../people/display.ts';
import { identityText } from '../people/identity-text.ts';
import { fullName } from '../people/names.ts';
import { displayPartialDate } from '../people/partial-date.ts';
import {
  addressee,
  checkboxes,
  labelLine,
  nationalHead,
  noSignature,
  oath,
  paragraph,
  placeAndDate,
  portraitA4,
  requesterSignature,
  signatures,
  title,
} from './blocks.ts';
import type { Block, PrintDocument, Sheet } from './model.ts';
import { written } from './written.ts';

/** What one declaration says beside the blocks all of them share (TT 04/2024/TT-BTP, Phụ lục 5). */
export type Declaration = {
  readonly title: string;
  readonly office: OfficeProfile;
  readonly facts: RequesterFacts & ClosingFacts;
  readonly relation: Parameters<typeof requesterSection>[0];
  /** `Đề nghị cơ quan đăng ký …`: opens the body. */
  readonly request: string;
  readonly body: readonly Block[];
  readonly oath: string;
  readonly madeOn: PlainDate;
};

/** A declaration with every line filled still stands on one side of one sheet. */
const oneSheet: Sheet = { ...portraitA4, fontSize: 12 };

/** Quốc hiệu, addressee, requester, body, oath, copies, place and date, signature: the order of every declaration. */
export function declarationDocument(declaration: Declaration): PrintDocument {
  const { facts, office } = declaration;
  const blocks = [
    nationalHead(),
    title(declaration.title),
    addressee(office.name),
    ...requesterLines(facts, declaration.relation),
    paragraph([{ text: declaration.request, bold: true }]),
    ...declaration.body,
    oath(declaration.oath),
    ...copiesLines(facts),
    paragraph(`Làm tại: ${placeAndDate(office, declaration.madeOn)}`, { align: 'right' }),
    signatures(noSignature, requesterSignature(written(facts['requester.name'], fullName))),
  ];
  return { title: declaration.title, sheet: oneSheet, pages: [{ blocks }] };
}

function requesterLines(facts: RequesterFacts, relation: Declaration['relation']): readonly Block[] {
  return [
    labelLine(['Họ, chữ đệm, tên người yêu cầu', written(facts['requester.name'], fullName)]),
    labelLine(['Ngày, tháng, năm sinh', written(facts['requester.birthDate'], displayPartialDate)]),
    labelLine(['Nơi cư trú', written(facts['requester.residence'], displayResidence)]),
    labelLine(['Giấy tờ tùy thân', identityText(facts['requester.document'], facts['requester.personalId'])]),
    labelLine([relation.relationLabel, relationText(facts, relation)]),
  ];
}

function relationText(facts: RequesterFacts, { relations }: Declaration['relation']): string {
  const value = facts['requester.relation'];
  if (value === otherRelation) return facts['requester.relationNote'] ?? '';
  return relations.find((each) => each.value === value)?.label ?? '';
}

function copiesLines(facts: ClosingFacts): readonly Block[] {
  const request = facts['copies.request'];
  const wanted = request?.wanted === true && request.count > 0;
  return [
    {
      kind: 'columns',
      columns: [
        { width: 60, blocks: [paragraph('Đề nghị cấp bản sao:')] },
        { width: 45, blocks: [checkboxes(['Có', wanted], ['Không', !wanted])] },
        { width: 60, blocks: wanted ? [labelLine(['Số lượng', `${two(request.count)} bản`])] : [] },
      ],
    },
  ];
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}
