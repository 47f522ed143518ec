import { holds } from '../forms/condition.ts';
import type { Facts } from '../forms/field.ts';
import { normaliseFacts } from '../forms/normalise.ts';
import { validateFacts } from '../forms/validate.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import type { AnyProcedure, ChecklistItem, ProcedureContext } from './define-procedure.ts';

export type CheckedDeclaration = {
  /** Normalised, with what is still malformed: what is stored and shown again. */
  readonly facts: Facts;
  /** The part of the facts without an error of its own: what rules, deadline, fees and entry may compute with. */
  readonly sound: Facts;
  readonly problems: readonly Problem[];
  /** Ids of the papers needed for these facts. */
  readonly neededComponents: readonly string[];
};

/** The one way a declaration is judged: by the desk while typing, at reception, and again by the city. */
export function checkDeclaration(
  procedure: AnyProcedure,
  raw: Readonly<Record<string, unknown>>,
  components: readonly { readonly id: string; readonly form: string }[],
  context: ProcedureContext,
): CheckedDeclaration {
  const facts = normaliseFacts(procedure.form, raw);
  const own = validateFacts(procedure.form, facts);
  const sound = withoutErrors(facts, own);
  const needed = neededComponents(procedure, sound);
  return {
    facts,
    sound,
    problems: [
      ...own,
      ...procedure.rules(sound, context),
      ...componentProblems(procedure, needed, components),
    ],
    neededComponents: needed.map((item) => item.id),
  };
}

export function neededComponents(procedure: AnyProcedure, facts: Facts): readonly ChecklistItem[] {
  return procedure.checklist.filter((item) => item.neededWhen === true || holds(item.neededWhen, facts));
}

function withoutErrors(facts: Facts, problems: readonly Problem[]): Facts {
  const wrong = new Set(problems.filter((each) => each.severity === 'error').map((each) => each.field));
  return Object.fromEntries(Object.entries(facts).filter(([key]) => !wrong.has(key)));
}

function componentProblems(
  procedure: AnyProcedure,
  needed: readonly ChecklistItem[],
  received: readonly { readonly id: string; readonly form: string }[],
): readonly Problem[] {
  const missing = needed
    .filter((item) => !item.optional && !received.some((each) => each.id === item.id))
    .map((item) =>
      problem(
        'rule/missing-component',
        'error',
        `Thiếu giấy tờ: ${item.name}. Hãy nhận giấy tờ này hoặc lập phiếu yêu cầu bổ sung.`,
      ),
    );
  const outside = received
    .filter((each) => !procedure.checklist.some((item) => item.id === each.id))
    .map((each) =>
      problem(
        'rule/G04',
        'error',
        `Giấy tờ “${each.id}” không có trong thành phần hồ sơ của thủ tục. Hãy bỏ giấy tờ này.`,
      ),
    );
  return [...missing, ...outside];
}
