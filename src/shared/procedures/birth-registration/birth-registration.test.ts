import { expect, test } from 'vitest';
import { documentHtml } from '#shared/documents/html.ts';
import { feeTotal } from '#shared/fees/fee-line.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { type PlainDate, plainDate } from '#shared/kernel/plain-date.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { PartialDate } from '#shared/people/person-values.ts';
import { checkDeclaration } from '#shared/procedures/check-declaration.ts';
import { variantOf } from '#shared/procedures/read-procedure.ts';
import { contextOn, documentInputOf } from '#tests/builders/contexts.ts';
import { isInTime } from './deadline.ts';
import { foundling, married, motherAlone } from './example-facts.ts';
import type { BirthFacts } from './form.ts';
import { procedure } from './index.ts';
import { certificateText } from './print/certificate-text.ts';

const today = plainDate(2026, 10, 1);
const context = contextOn(today);
const [example] = procedure.examples;
if (!example) throw new Error('no example');

function warned(facts: BirthFacts, given = context): readonly (string | undefined)[] {
  return procedure
    .rules(facts, given)
    .filter((each: Problem) => each.severity === 'warning')
    .map((each) => each.field);
}

test.each<[PlainDate, boolean]>([
  [plainDate(2026, 8, 3), false],
  [plainDate(2026, 8, 2), false],
  [plainDate(2026, 8, 4), true],
  [plainDate(2026, 10, 3), true],
])('born on %s, registered on 03/10/2026, in time: %s', (born, expected) => {
  expect(isInTime({ 'child.birthDate': born }, plainDate(2026, 10, 3))).toBe(expected);
});

test('a child without parents has no ethnicity, no parents and a note in the book', () => {
  const entry = procedure.entry(foundling, context);
  expect(entry.notes).toEqual(['Trẻ bị bỏ rơi']);
  expect(entry.boxes.filter((box) => box.checked).map((box) => box.label)).toEqual([
    'Đúng hạn',
    'Trẻ bị bỏ rơi',
  ]);
  expect(entry.columns.find((column) => column.label === 'Dân tộc')?.value).toBe('');
  expect(procedure.entry({ ...foundling, 'case.child': 'both-undetermined' }, context).notes).toEqual([
    'Trẻ chưa xác định được cha, mẹ',
  ]);
});

test('the part of an undetermined parent is dropped from the facts, not kept hidden', () => {
  const { facts } = checkDeclaration(
    procedure,
    { ...married, 'case.child': 'father-undetermined' },
    [],
    context,
  );
  expect(Object.keys(facts).filter((key) => /^(father|marriage)\./.test(key))).toEqual([]);
});

test('a parent with a personal ID and a full date need not give ethnicity, nationality or residence', () => {
  const {
    'mother.ethnicity': _ethnicity,
    'mother.nationality': _nationality,
    'mother.residence': _residence,
    ...facts
  } = motherAlone;
  expect(checkDeclaration(procedure, facts, example.components, context).problems).toEqual([]);
  const { 'mother.personalId': _id, 'mother.document': _document, ...nameless } = facts;
  expect(
    checkDeclaration(procedure, nameless, example.components, context).problems.map((each) => each.field),
  ).toEqual(['mother.ethnicity', 'mother.nationality', 'mother.residence']);
});

test('the personal ID number is waited for, and stands on the certificate once it came', () => {
  expect(procedure.awaitsPersonalId(married)).toBe(true);
  const early = procedure.documents.filter((each) => each.legal && each.availableFrom !== 'personal-id');
  expect(early).toEqual([]);
  const certificate = procedure.documents.find((each) => each.id === 'birth-certificate');
  if (!certificate) throw new Error('the certificate is not defined');
  const html = documentHtml(certificate.render(documentInputOf(procedure, example)));
  expect(html).toContain('001326001234');
  expect(html).toContain('NGUYỄN MINH ANH');
  expect(html).toContain('Ngày mười lăm tháng chín năm hai nghìn không trăm hai mươi sáu');
  expect(html).toContain('Số: 07/2026');
});

test('the overlay prints only data, each text inside the sheet and none over another', () => {
  const overlay = procedure.documents.find((each) => each.overlay);
  const [page] = overlay?.render(documentInputOf(procedure, example)).pages ?? [];
  expect(page?.blocks).toEqual([]);
  const texts = page?.fixed ?? [];
  expect(texts.length).toBeGreaterThan(20);
  for (const text of texts) {
    expect(text.x + text.width).toBeLessThanOrEqual(200);
    expect(text.y).toBeLessThanOrEqual(285);
  }
  const clashes = texts.flatMap((a) =>
    texts.filter((b) => a.id < b.id && a.y === b.y && a.x < b.x + b.width && b.x < a.x + a.width),
  );
  expect(clashes).toEqual([]);
});

test('the certificate of a child without father leaves the part of the father blank', () => {
  const text = certificateText({ ...documentInputOf(procedure, example), facts: motherAlone });
  expect(text.father).toEqual({ name: '', birth: '', ethnicity: '', nationality: '', residence: '' });
});

test('twins of one mother are told apart by name and share the mother', () => {
  const key = (given: string) =>
    procedure.duplicateKey?.({ ...married, 'child.name': { family: 'Nguyễn', middle: 'Minh', given } });
  expect(key('Anh')).toEqual({
    subject: 'Nguyễn Minh Anh',
    eventDate: '2026-09-15',
    parent: 'Trần Thị Thu Hà',
  });
  expect(key('Ân')?.subject).toBe('Nguyễn Minh Ân');
});

test('a certified copy is free for a level-2 identity only while the waiver lasts', () => {
  const facts: BirthFacts = {
    ...married,
    'copies.request': { wanted: true, count: 2 },
    'copies.electronicIdentity': true,
  };
  const due = (on: PlainDate) => feeTotal(procedure.fees({ ...facts, 'child.birthDate': on }, contextOn(on)));
  expect(due(plainDate(2026, 8, 14))).toBe(16000);
  expect(due(plainDate(2026, 8, 15))).toBe(0);
  expect(due(plainDate(2027, 2, 28))).toBe(0);
  expect(due(plainDate(2027, 3, 1))).toBe(16000);
});

test('the law of the day of receipt is cited', () => {
  const basis = (date: PlainDate) => {
    const due = procedure.due(married, instantAt({ date, minutes: 600 }), contextOn(date));
    return due.ok ? due.value.legalBasis : '';
  };
  expect(basis(plainDate(2027, 2, 26))).toContain('60/2014/QH13');
  expect(basis(plainDate(2027, 3, 1))).toContain('03/2026/QH16');
});

test('a mobile registration is the procedure 1.003583', () => {
  expect(variantOf(procedure, { 'case.mobile': true })?.code).toBe('1.003583');
  expect(variantOf(procedure, married)).toBeUndefined();
});

test.each<[string, Partial<Record<keyof BirthFacts, unknown>>, string]>([
  ['a mother of 9 years', { 'mother.birthDate': '2017' }, 'mother.birthDate'],
  ['a mother of 61 years', { 'mother.birthDate': '1964' }, 'mother.birthDate'],
  [
    'a family name of neither parent',
    { 'child.name': { family: 'Phan', middle: '', given: 'An' } },
    'child.name',
  ],
  [
    'a requester who is not the mother named',
    { 'requester.name': { family: 'Lý', middle: '', given: 'Hoa' } },
    'requester.name',
  ],
  ['a marriage after the birth', { 'marriage.date': '2026-09-20' }, 'marriage.afterBirth'],
  [
    'a carer of 17 years',
    { 'requester.relation': 'carer', 'requester.birthDate': '2009-01-01' },
    'requester.birthDate',
  ],
])('%s is warned of', (_, change, field) => {
  expect(warned({ ...married, ...(change as BirthFacts) })).toContain(field);
});

test('a mother of 17 may register her own child', () => {
  expect(warned({ ...married, 'requester.birthDate': '2009-01-01' as PartialDate })).not.toContain(
    'requester.birthDate',
  );
});

test('no parent living in the commune is warned of, one is enough', () => {
  const far = {
    ...married['mother.residence'],
    kind: 'permanent',
    commune: 'Xã Ba Vì',
    province: 'Hà Nội',
    detail: '',
    country: '',
  } as const;
  expect(warned({ ...married, 'mother.residence': far })).not.toContain('mother.residence');
  expect(warned({ ...married, 'mother.residence': far, 'father.residence': far })).toContain(
    'mother.residence',
  );
});

test('a signer who bears the name of a parent is warned of', () => {
  const signers = [{ name: 'NGUYỄN VĂN BÌNH', title: 'CHỦ TỊCH', from: plainDate(2025, 7, 1) }];
  const codes = (given: typeof context) => procedure.rules(married, given).map((each) => each.code);
  expect(codes({ ...context, office: { ...context.office, signers } })).toContain('rule/G05');
  expect(codes(context)).not.toContain('rule/G05');
});
