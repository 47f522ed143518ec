import { assertNever } from '../kernel/assert-never.ts';
import type { Problem } from '../kernel/problem.ts';
import { nameProblems } from '../people/names.ts';
import { personalIdProblems } from '../people/personal-id.ts';
import { type Complain, complainAbout } from './complain.ts';
import type { Field, Section } from './field.ts';
import { isIsoDate } from './normalise-text.ts';
import { copiesProblems, documentProblems, placeProblems, residenceProblems } from './validate-group.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
/** Mobile 10 digits, fixed lines 11, or an international number. */
const PHONE = /^(0[35789]\d{8}|02\d{9}|\+(?!84)\d{8,15})$/;
const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>".]+(\.[^\s@<>".]+)+$/;
const LONGEST = { text: 300, 'long-text': 4000 } as const;

/** What is wrong with a given value as its kind wants it. */
export function valueProblems(section: Section, field: Field, value: unknown): readonly Problem[] {
  const complain = complainAbout(section, field);
  const relabel = (problems: readonly Problem[]): readonly Problem[] =>
    problems.map((each) => complain(each.message, each.code, each.severity));
  const text = typeof value === 'string' ? value : undefined;

  switch (field.kind) {
    case 'text':
    case 'long-text':
      return textProblems(complain, text, field.maxLength ?? LONGEST[field.kind]);
    case 'choice':
    case 'ethnicity':
    case 'nationality':
      return choiceProblems(complain, field, text);
    case 'name':
      return isName(value)
        ? [...namePartProblems(complain, value), ...relabel(nameProblems(value, field.key))]
        : [complain('họ tên không đọc được. Hãy nhập lại.')];
    case 'full-date':
      return text?.length === 10 && isIsoDate(text)
        ? []
        : [complain('phải có đủ ngày, tháng, năm có thật. Hãy nhập theo dạng 05/01/2026.')];
    case 'partial-date':
      return text !== undefined && isIsoDate(text)
        ? []
        : [complain('không phải ngày có thật. Hãy nhập theo dạng 05/01/2026, 01/2026 hoặc 2026.')];
    case 'time':
      return text !== undefined && TIME.test(text)
        ? []
        : [complain('không phải giờ trong ngày. Hãy nhập theo dạng 07:30.')];
    case 'phone':
      return text !== undefined && PHONE.test(text)
        ? []
        : [complain('số điện thoại không đúng. Hãy nhập 10 số di động hoặc 11 số máy cố định.')];
    case 'email':
      return text !== undefined && EMAIL.test(text)
        ? []
        : [complain('thư điện tử không đúng. Hãy nhập theo dạng ten@vidu.vn.')];
    case 'integer':
      return integerProblems(complain, field, value);
    case 'yes-no':
      return typeof value === 'boolean' ? [] : [complain('chưa rõ Có hay Không. Hãy chọn lại.')];
    case 'personal-id':
      return relabel(personalIdProblems(text ?? '', {}, field.key));
    case 'identity-document':
      return documentProblems(complain, value, field.key);
    case 'residence':
      return residenceProblems(complain, value);
    case 'place':
      return placeProblems(complain, value);
    case 'copies':
      return copiesProblems(complain, value);
    default:
      return assertNever(field.kind, 'field kind');
  }
}

function textProblems(complain: Complain, text: string | undefined, longest: number): readonly Problem[] {
  if (text === undefined) return [complain('nội dung không đọc được. Hãy nhập lại.')];
  if (text.length <= longest) return [];
  return [complain(`dài ${text.length} ký tự, quá ${longest} ký tự. Hãy rút gọn.`, 'field/too-long')];
}

/** Ethnicity and nationality without a list of choices are free text: papers carry names no list has. */
function choiceProblems(complain: Complain, field: Field, text: string | undefined): readonly Problem[] {
  if (field.choices === undefined && field.kind !== 'choice')
    return textProblems(complain, text, LONGEST.text);
  if (field.choices?.some((choice) => choice.value === text)) return [];
  return [complain('giá trị không có trong danh mục. Hãy chọn lại.', 'field/not-a-choice')];
}

function integerProblems(complain: Complain, field: Field, value: unknown): readonly Problem[] {
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    return [complain('phải là số nguyên. Hãy nhập lại.')];
  const { min, max } = field;
  if (min !== undefined && value < min) return [complain(`không được nhỏ hơn ${min}. Hãy nhập lại.`)];
  if (max !== undefined && value > max) return [complain(`không được lớn hơn ${max}. Hãy nhập lại.`)];
  return [];
}

function isName(value: unknown): value is { family: string; middle: string; given: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['family', 'middle', 'given'].every(
      (part) => typeof (value as Record<string, unknown>)[part] === 'string',
    )
  );
}

/** Foreigners may have no family name, so its absence only asks. */
function namePartProblems(complain: Complain, name: { family: string; given: string }): readonly Problem[] {
  if (name.given === '') return [complain('chưa có tên. Hãy nhập đủ họ và tên.')];
  if (name.family === '')
    return [
      complain('chưa có họ. Hãy nhập họ, hoặc xác nhận nếu giấy tờ không ghi họ.', 'field/format', 'warning'),
    ];
  return [];
}
