import { type ErrorCode, errorCodes } from '#shared/kernel/error-codes.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, type Result } from '#shared/kernel/result.ts';

/** An expected error: the code's own words, or more exact ones. */
export function refuse(code: ErrorCode, message: string = errorCodes[code]): Result<never> {
  return err([problem(code, 'error', message)]);
}
