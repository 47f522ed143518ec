import { type Problem, problem } from '../kernel/problem.ts';
import { labelOf } from './complain.ts';
import { holds, isPresent } from './condition.ts';
import type { Facts } from './facts.ts';
import type { Field, Form, Section } from './field.ts';
import { findField } from './find-field.ts';
import { alwaysAskResidence } from './note-two.ts';
import { shownFields } from './shown-fields.ts';
import { valueProblems } from './validate-value.ts';

/**
 * Every field against its own kind, in the order of the form: required ones given, formats right, nothing outside the
 * form. Rules between fields are the procedure's. Never throws, whatever the facts hold.
 */
export function validateFacts(form: Form, facts: Facts): Problem[] {
  const shown = new Set(shownFields(form, facts));
  const own = form.sections.flatMap((section) =>
    section.fields
      .filter((field) => shown.has(field))
      .flatMap((field) => fieldProblems(section, field, facts)),
  );
  return [...own, ...unknownKeys(form, facts)];
}

function fieldProblems(section: Section, field: Field, facts: Facts): readonly Problem[] {
  const value = facts[field.key];
  if (isPresent(value)) return valueProblems(section, field, value);
  const required = typeof field.required === 'boolean' ? field.required : holds(field.required, facts);
  return required ? [missing(section, field)] : [];
}

/** A residence asked for by a condition is note (2) of the declaration, which has a rule number of its own. */
function missing(section: Section, field: Field): Problem {
  const label = labelOf(section, field);
  if (field.kind === 'residence' && typeof field.required === 'object')
    return problem(
      'rule/G03',
      'error',
      `Chưa nhập ${label}. Phải nhập vì chưa có số định danh hoặc chưa có ngày sinh đầy đủ; hoặc hãy bổ sung hai nội dung đó.`,
      field.key,
    );
  const verb = field.kind === 'choice' || field.kind === 'yes-no' ? 'chọn' : 'nhập';
  return problem(
    'field/required',
    'error',
    `Chưa ${verb} ${label}. Hãy ${verb} trước khi tiếp nhận.`,
    field.key,
  );
}

function unknownKeys(form: Form, facts: Facts): readonly Problem[] {
  return Object.keys(facts)
    .filter((key) => key !== alwaysAskResidence && !findField(form, key))
    .map((key) =>
      problem(
        'field/unknown',
        'error',
        `Dữ liệu có trường “${key}” không thuộc biểu mẫu này. Hãy mở hồ sơ bằng phiên bản ứng dụng mới hơn.`,
        key,
      ),
    );
}
