import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { invalidateTopic } from './core.ts';
import { problemsOf } from './problems-of.ts';

/** The core is on this machine, so being offline never pauses a call and a refusal is never tried again. */
export function makeQueryClient(): QueryClient {
  const lookAgain = (error: Error): void => {
    const ended = problemsOf(error).some((each) =>
      ['session/required', 'session/locked', 'session/must-change-password'].includes(each.code),
    );
    if (ended) void invalidateTopic(queries, 'session');
  };
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: lookAgain }),
    mutationCache: new MutationCache({ onError: lookAgain }),
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: 5_000, refetchOnWindowFocus: true },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return queries;
}
