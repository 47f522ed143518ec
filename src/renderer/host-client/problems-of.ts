import { ORPCError } from '@orpc/client';
import type { z } from 'zod';
import { problemSchema } from '#shared/contract/base.ts';
import { type ErrorCode, errorCodes, isErrorCode } from '#shared/kernel/error-codes.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';

/**
 * What a failed call tells a clerk. REFUSED carries its problems; a core that does not answer is
 * `request/no-core`, one that forgot this window `request/window-ended`; everything else is a bug, shown as
 * `request/internal` without its stack.
 */
export function problemsOf(error: unknown): readonly Problem[] {
  if (error === undefined || error === null) return [];
  if (error instanceof ORPCError) return refusalsOf(error) ?? [generic(codeOf(error))];
  // fetch reports a closed connection as TypeError; the message-port link closes with an AbortError.
  if (error instanceof TypeError) return [generic('request/no-core')];
  if (error instanceof Error && error.name === 'AbortError') return [generic('request/no-core')];
  return [generic('request/internal')];
}

function refusalsOf(error: ORPCError<string, unknown>): readonly Problem[] | undefined {
  const data = error.data;
  if (error.code !== 'REFUSED' || typeof data !== 'object' || data === null || !('problems' in data))
    return undefined;
  const parsed = problemSchema.array().min(1).safeParse(data.problems);
  return parsed.success ? knownProblems(parsed.data) : undefined;
}

/** Problems as they crossed the transport, with a code this window does not know shown as `request/internal`. */
export function knownProblems(problems: readonly z.infer<typeof problemSchema>[]): readonly Problem[] {
  return problems.map((each) => ({
    ...each,
    code: isErrorCode(each.code) ? each.code : 'request/internal',
  }));
}

function codeOf(error: ORPCError<string, unknown>): ErrorCode {
  // The loopback host forgets its windows when it stops; another start takes new ones only.
  if (error.status === 401) return 'request/window-ended';
  return error.code === 'BAD_REQUEST' ? 'request/invalid' : 'request/internal';
}

function generic(code: ErrorCode): Problem {
  return problem(code, 'error', errorCodes[code]);
}
