import { expect, test } from 'vitest';
import { documentHtml } from '#shared/documents/html.ts';
import { plainDate } from '#shared/kernel/plain-date.ts';
import type { PartialDate } from '#shared/people/person-values.ts';
import { documentsUnder } from '#shared/procedures/read-procedure.ts';
import { contextOn, documentInputOf } from '#tests/builders/contexts.ts';
import { ageBox } from './age.ts';
import { isInTime } from './deadline.ts';
import { examples } from './examples.ts';
import type { DeathFacts } from './form.ts';
import { procedure } from './index.ts';
import { momentOfDeath } from './moment-of-death.ts';

const [example] = procedure.examples;
const usual: DeathFacts = examples[0]?.facts ?? {};
const today = plainDate(2026, 10, 1);

function dated(birth: string, death: string): DeathFacts {
  return { 'deceased.birthDate': birth as PartialDate, 'death.date': death as PartialDate };
}

test.each([
  ['2026-09-16', true],
  ['2026-09-15', false],
  ['2026-09', true],
  ['2026-08', false],
  ['2026', true],
])('a death of %s registered on 01/10/2026 is in time: %s', (date, expected) => {
  expect(isInTime({ 'death.date': date as PartialDate }, today)).toBe(expected);
});

test.each([
  ['2025-09-26', '2026-09-25', 'under-1'],
  ['2025-09-25', '2026-09-25', 'from-1-under-5'],
  ['2021-09-26', '2026-09-25', 'from-1-under-5'],
  ['2021-09-25', '2026-09-25', undefined],
  ['2026-03', '2026-09-25', 'under-1'],
  ['2023', '2026-09-25', 'from-1-under-5'],
  ['2025', '2026-09-25', undefined],
  ['2026-09-25', '2026-09-24', undefined],
])('born %s, died %s: the age box is %s', (birth, death, box) => {
  expect(ageBox(dated(birth, death))).toBe(box);
});

test('the moment of death leaves out what is unknown', () => {
  expect(momentOfDeath(usual)).toBe('04 giờ 05 phút, ngày 25/09/2026');
  expect(momentOfDeath({ 'death.date': '2026-09' as PartialDate })).toBe('tháng 09/2026');
  expect(momentOfDeath({ 'death.date': '1985' as PartialDate })).toBe('năm 1985');
  expect(momentOfDeath({})).toBe('');
});

test('the law of the day names the paper: an extract until 28/02/2027, a Giấy chứng tử after', () => {
  const titles = (ruleSet: string) =>
    documentsUnder(procedure, ruleSet)
      .filter((each) => each.legal)
      .map((each) => each.title);
  expect(titles('law-2014')).toEqual(['Trích lục khai tử', 'Trích lục khai tử (bản sao)']);
  expect(titles('law-2026')).toEqual(['Giấy chứng tử', 'Giấy chứng tử (bản sao)']);
});

test('an extract and its copy are numbered TLKT and TLKT-BS under the number of the book', () => {
  if (!example) throw new Error('no example');
  const print = (id: string): string => {
    const document = procedure.documents.find((each) => each.id === id);
    if (!document) throw new Error(id);
    return documentHtml(document.render(documentInputOf(procedure, example)));
  };
  expect(print('death-extract')).toContain('Số: 07/TLKT<');
  expect(print('death-extract-copy')).toContain('Số: 07/TLKT-BS');
  expect(print('death-extract-copy')).toContain('(BẢN SAO)');
  expect(print('death-certificate')).toContain('Số: 07/2026');
});

test('no personal ID number is waited for, and one person dies once', () => {
  expect(procedure.awaitsPersonalId(usual)).toBe(false);
  expect(procedure.duplicateKey?.(usual)).toEqual({
    subject: 'Hoàng Đình Phúc',
    eventDate: '2026-09-25',
    parent: '',
  });
});

test('a death elsewhere warns of competence, by last residence or else by place of death', () => {
  const elsewhere = { ...contextOn(today), office: { ...contextOn(today).office, commune: 'Xã Ba Vì' } };
  const fields = (facts: DeathFacts) =>
    procedure.rules(facts, elsewhere).flatMap((each) => (each.severity === 'warning' ? [each.field] : []));
  expect(fields(usual)).toContain('deceased.residence');
  const { 'deceased.residence': _residence, ...found } = usual;
  expect(fields({ ...found, 'case.residenceUnknown': true })).toContain('death.place');
});

test('a signer who bears the name of the requester is warned of', () => {
  const context = contextOn(today);
  const office = {
    ...context.office,
    signers: [{ name: 'Hoàng Thị Lựu', title: 'CHỦ TỊCH', from: plainDate(2025, 7, 1) }],
  };
  expect(procedure.rules(usual, { ...context, office }).map((each) => each.code)).toContain('rule/G05');
});
