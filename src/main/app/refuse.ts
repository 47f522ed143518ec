import { type ErrorCode, errorCodes } from '#shared/kernel/error-codes.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, type Result } from '#shared/kernel/result.ts';

/** An expected error: the code's own words, or more exact ones. */
export function refuse(code: ErrorCode, message: string = errorCodes[code]): Result<never> {
  return err([problem(code, 'error', message)]);
}

/** A refusal that travels through a transaction: thrown, it takes back everything the transaction wrote. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(problems.map((each) => each.code).join(', '));
    this.problems = problems;
  }
}
