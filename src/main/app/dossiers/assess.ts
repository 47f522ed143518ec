import type { Draft, Reader } from '#main/store/types.ts';
import type { DueDate } from '#shared/deadlines/deadline-rule.ts';
import type { FeeLine } from '#shared/fees/fee-line.ts';
import type { Facts } from '#shared/forms/field.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { checkDeclaration } from '#shared/procedures/check-declaration.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';
import { variantOf } from '#shared/procedures/read-procedure.ts';
import type { App } from '../app.ts';
import { contextAt } from '../context-of.ts';
import { findDuplicates, type PossibleDuplicate } from './find-duplicates.ts';

export type Assessment = {
  readonly facts: Facts;
  readonly problems: readonly Problem[];
  /** Absent while the calendar does not reach the day; the problems say so. */
  readonly due: DueDate | undefined;
  readonly fees: readonly FeeLine[];
  readonly neededComponents: readonly string[];
  readonly duplicates: readonly PossibleDuplicate[];
  readonly variant: { readonly code: string; readonly name: string };
};

/** What reception would find if the declaration were received at this moment; the same while typing and on receiving. */
export function assess(
  app: App,
  reader: Reader,
  procedure: AnyProcedure,
  declared: {
    readonly facts: Readonly<Record<string, unknown>>;
    readonly components: Draft['components'];
    readonly draftId?: string | undefined;
  },
  at: Instant,
): Assessment {
  const context = contextAt(app, reader, at);
  const checked = checkDeclaration(procedure, declared.facts, declared.components, context);
  const due = procedure.due(checked.sound, at, context);
  const except = declared.draftId === undefined ? [] : [declared.draftId];
  const duplicates = findDuplicates(reader, procedure, checked.sound, except);
  return {
    facts: checked.facts,
    problems: [...checked.problems, ...(due.ok ? [] : due.error), ...duplicateProblems(duplicates)],
    due: due.ok ? due.value : undefined,
    fees: procedure.fees(checked.sound, context),
    neededComponents: checked.neededComponents,
    duplicates,
    variant: variantOf(procedure, checked.sound) ?? procedure,
  };
}

/** One warning however many there are: the list itself is beside it. A twin is no warning. */
function duplicateProblems(duplicates: readonly PossibleDuplicate[]): readonly Problem[] {
  const same = duplicates.filter((each) => !each.likelyTwin);
  if (same.length === 0) return [];
  const which = same.map((each) => each.code || each.subject).join(', ');
  return [
    problem('rule/G06', 'warning', `Có thể trùng với: ${which}. Hãy mở ra đối chiếu trước khi tiếp nhận.`),
  ];
}
