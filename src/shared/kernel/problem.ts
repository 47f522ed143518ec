import type { ErrorCode } from './error-codes.ts';

/** How far a problem reaches: an error stops the step, a warning asks the clerk to look, a notice only tells. */
export type Severity = 'error' | 'warning' | 'notice';

/** One thing wrong with what was given: a stable code, where it is, and the words a clerk sees. */
export type Problem = {
  readonly code: ErrorCode;
  readonly severity: Severity;
  /** The key of the field it is about, when it is about one. */
  readonly field?: string | undefined;
  /** Vietnamese, complete: what is wrong and the way out. */
  readonly message: string;
};

export function problem(code: ErrorCode, severity: Severity, message: string, field?: string): Problem {
  return field === undefined ? { code, severity, message } : { code, severity, message, field };
}

export function blocks(problems: readonly Problem[]): boolean {
  return problems.some((each) => each.severity === 'error');
}
