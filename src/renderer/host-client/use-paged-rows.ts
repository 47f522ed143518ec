import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type CoreKey, useCore } from './core.ts';
import type { CoreClient } from './core-client.ts';

type Page<Row> = { readonly rows: readonly Row[]; readonly total: number };
type Window = { readonly limit: number; readonly offset: number };

export type PagedRows<Row> = {
  readonly total: number;
  /** Undefined while its page is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Tell which rows are in sight; their pages are then asked for. */
  readonly show: (first: number, last: number) => void;
  /** Nothing has been answered yet. */
  readonly loading: boolean;
  readonly error: Error | null;
};

const PAGE = 100;

/** A list of any length of which only the pages in sight are asked for. Changes of the key's topic ask again. */
export function usePagedRows<Row>(
  key: CoreKey,
  ask: (client: CoreClient, page: Window) => Promise<Page<Row>>,
): PagedRows<Row> {
  const client = useCore();
  const [sight, setSight] = useState({ first: 0, last: 0 });
  const show = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / PAGE), last: Math.floor(last / PAGE) };
    setSight((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, []);
  const queryOf = (page: number) => ({
    queryKey: [...key, 'page', page],
    queryFn: () => ask(client, { limit: PAGE, offset: page * PAGE }),
  });
  // The first page tells the total, and stays in sight while the next filter's answer is on its way.
  const start = useQuery<Page<Row>, Error>({ ...queryOf(0), placeholderData: keepPreviousData });
  const numbers = Array.from({ length: sight.last - sight.first + 1 }, (_, index) => sight.first + index);
  const pages = useQueries({ queries: numbers.filter((page) => page > 0).map(queryOf) });
  const rowsOf = (page: number): readonly Row[] | undefined =>
    page === 0 ? start.data?.rows : pages[numbers.filter((each) => each > 0).indexOf(page)]?.data?.rows;
  return {
    total: start.data?.total ?? 0,
    rowAt: (index) => rowsOf(Math.floor(index / PAGE))?.[index % PAGE],
    show,
    loading: start.isPending,
    error: start.error ?? pages.find((page) => page.error)?.error ?? null,
  };
}
