import { isPresent } from '#shared/forms/condition.ts';
import type { ErrorCode } from '#shared/kernel/error-codes.ts';
import type { Problem } from '#shared/kernel/problem.ts';

const aboutAbsence: readonly ErrorCode[] = ['field/required', 'rule/G03', 'rule/missing-component'];

/**
 * While typing, only what is wrong with what was typed; once the clerk asked to receive, everything. A form just
 * opened would otherwise be red all over.
 */
export function problemsToShow(
  problems: readonly Problem[],
  facts: Readonly<Record<string, unknown>>,
  asked: boolean,
): readonly Problem[] {
  if (asked) return problems;
  return problems.filter(
    ({ code, field }) => !aboutAbsence.includes(code) && (field === undefined || isPresent(facts[field])),
  );
}

/** How many errors stand in a section, by the keys of its fields. */
export function errorCount(problems: readonly Problem[], keys: readonly string[]): number {
  return problems.filter(
    ({ severity, field }) => severity === 'error' && field !== undefined && keys.includes(field),
  ).length;
}
