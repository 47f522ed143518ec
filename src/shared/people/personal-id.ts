import { type Problem, problem } from '../kernel/problem.ts';
import { formerProvinceNames } from './catalogues/provinces.ts';
import type { Gender, PartialDate, PersonalId } from './person-values.ts';

/** Reads exactly 12 digits; spaces and dots used for grouping are dropped. A 9-digit CMND is not one. */
export function parsePersonalId(raw: string): PersonalId | undefined {
  const digits = raw.replace(/[\s.\-\u200b\ufeff]/g, '');
  return /^\d{12}$/.test(digits) ? (digits as PersonalId) : undefined;
}

/**
 * Checks a personal id against what is known of its holder. Digits 1–3 are the province of registration, 4 the
 * century and gender, 5–6 the year (NĐ 137/2015/NĐ-CP, Điều 13). There is no check digit. Gender and year are only
 * warned about, because both may have been corrected after the number was given.
 */
export function personalIdProblems(
  id: string,
  about: { readonly gender?: Gender | undefined; readonly birthDate?: PartialDate | undefined },
  field: string,
): Problem[] {
  const parsed = parsePersonalId(id);
  if (parsed === undefined) {
    const text = `Số định danh cá nhân phải có đúng 12 chữ số, đang có ${digitsIn(id)}. Hãy kiểm tra lại trên thẻ.`;
    return [problem('rule/G01', 'error', text, field)];
  }
  const holder = holderOf(parsed);
  const problems: Problem[] = [];
  if (!formerProvinceNames.has(parsed.slice(0, 3))) {
    const text = `Mã nơi đăng ký ${parsed.slice(0, 3)} trong số định danh không có trong danh mục. Hãy đối chiếu giấy tờ.`;
    problems.push(problem('person/id-province', 'warning', text, field));
  }
  if (about.gender !== undefined && about.gender !== holder.gender) {
    const text = `Số định danh là của ${holder.gender === 'male' ? 'nam' : 'nữ'}, khác giới tính đã khai. Hãy đối chiếu giấy tờ.`;
    problems.push(problem('rule/G02', 'warning', text, field));
  }
  if (about.birthDate !== undefined && Number(about.birthDate.slice(0, 4)) !== holder.birthYear) {
    const text = `Số định danh ghi năm sinh ${holder.birthYear}, khác năm sinh đã khai. Hãy đối chiếu giấy tờ.`;
    problems.push(problem('rule/G02', 'warning', text, field));
  }
  return problems;
}

function holderOf(id: PersonalId): { gender: Gender; birthYear: number } {
  const digit = Number(id.charAt(3));
  return {
    gender: digit % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(digit / 2) * 100 + Number(id.slice(4, 6)),
  };
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length;
}
