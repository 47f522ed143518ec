import {
  keepPreviousData,
  type QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { createContext, useCallback, useContext } from 'react';
import type { Change } from '#shared/contract/changes.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Connection } from './connect-host.ts';
import type { CoreClient } from './core-client.ts';
import type { Host } from './host.ts';
import { problemsOf } from './problems-of.ts';

export const ConnectionContext = createContext<Connection | undefined>(undefined);

function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (!connection) throw new Error('no connection to the core above this component');
  return connection;
}

/** The typed client of the contract. */
export function useCore(): CoreClient {
  return useConnection().client;
}

/** What the host does beyond the contract: printing, saving a PDF. */
export function useHost(): Host {
  return useConnection().host;
}

/** A key starts with the topic whose changes make the answer old: `['dossiers', dossierId]`. */
export type CoreKey = readonly [Change['topic'], ...unknown[]];

type QueryOptions = {
  readonly enabled?: boolean;
  /** Keeps showing the last answer while the next one of another key is on its way. */
  readonly keepPrevious?: boolean;
};

/** Asks the core and asks again whenever the key's topic changes there. Read errors with {@link problemsOf}. */
export function useCoreQuery<Output>(
  key: CoreKey,
  ask: (client: CoreClient, signal: AbortSignal) => Promise<Output>,
  options: QueryOptions = {},
): UseQueryResult<Output, Error> {
  const client = useCore();
  return useQuery<Output, Error>({
    queryKey: key,
    queryFn: ({ signal }) => ask(client, signal),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

export type CoreMutation<Input, Output> = {
  /** Stable between renders. Never throws for a refusal: the problems are the error value, and stay in `problems` until the next run. */
  readonly run: (input: Input) => Promise<Result<Output, readonly Problem[]>>;
  readonly pending: boolean;
  readonly problems: readonly Problem[];
  readonly reset: () => void;
};

/** Tells the core to do something; afterwards the answers of `topics` are asked again. */
export function useCoreMutation<Input, Output>(
  tell: (client: CoreClient, input: Input) => Promise<Output>,
  topics: readonly Change['topic'][] = [],
): CoreMutation<Input, Output> {
  const client = useCore();
  const queries = useQueryClient();
  const mutation = useMutation<Output, Error, Input>({ mutationFn: (input) => tell(client, input) });
  const { mutateAsync } = mutation;
  const touched = topics.join(' ');
  const run = useCallback(
    async (input: Input): Promise<Result<Output, readonly Problem[]>> => {
      try {
        const output = await mutateAsync(input);
        const keys = touched === '' ? [] : touched.split(' ');
        await Promise.all(keys.map((topic) => queries.invalidateQueries({ queryKey: [topic] })));
        return ok(output);
      } catch (error) {
        return err(problemsOf(error));
      }
    },
    [mutateAsync, queries, touched],
  );
  return {
    run,
    pending: mutation.isPending,
    problems: problemsOf(mutation.error),
    reset: mutation.reset,
  };
}

export function invalidateTopic(queries: QueryClient, topic: Change['topic']): Promise<void> {
  return queries.invalidateQueries({ queryKey: [topic] });
}
