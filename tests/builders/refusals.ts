import { ORPCError } from '@orpc/client';

/** The codes of the problems a call was refused with; fails when it was not refused. */
export async function refusalOf(call: Promise<unknown>): Promise<readonly string[]> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'REFUSED') {
      const { problems } = error.data as { readonly problems: readonly { readonly code: string }[] };
      return problems.map((each) => each.code);
    }
    throw error;
  }
  throw new Error('the call was not refused');
}
