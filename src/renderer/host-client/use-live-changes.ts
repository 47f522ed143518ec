import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { invalidateTopic, useCore } from './core.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Follows the core's changes and makes old answers be asked again. A broken stream is opened again with a
 * growing pause; after it, everything is asked again, because changes may have passed unseen.
 */
export function useLiveChanges(enabled: boolean): void {
  const client = useCore();
  const queries = useQueryClient();
  useEffect(() => {
    if (!enabled) return;
    const stop = new AbortController();
    void follow(stop.signal);
    return () => stop.abort();

    async function follow(signal: AbortSignal): Promise<void> {
      let pause = FIRST_PAUSE_MS;
      let broken = false;
      while (!signal.aborted) {
        try {
          const changes = await client.changes.watch({}, { signal });
          if (broken) void queries.invalidateQueries();
          for await (const change of changes) {
            pause = FIRST_PAUSE_MS;
            void invalidateTopic(queries, change.topic);
            if (change.topic === 'dossiers') void invalidateTopic(queries, 'sync');
          }
        } catch {
          // Why it broke is told by the next ordinary call; here only the stream is opened again.
        }
        broken = true;
        await sleep(pause, signal);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }, [client, queries, enabled]);
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = window.setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        window.clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
