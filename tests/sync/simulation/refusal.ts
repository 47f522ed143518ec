import { ORPCError } from '@orpc/client';

/** The core's own “no”: it must have written nothing. Anything else thrown is a bug. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'REFUSED';
}
