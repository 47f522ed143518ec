import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { invalidateTopic, useCore } from './core.ts';
import { problemsOf } from './problems-of.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;

/** Why the core cannot be followed: it is away and will be found again, or it knows this window no more. */
export type LostCore = 'request/no-core' | 'request/window-ended';

/**
 * Follows the core's changes and makes old answers be asked again. A broken stream is opened again with a
 * growing pause; after it, everything is asked again, because changes may have passed unseen.
 * @returns why the core cannot be followed now; undefined while it can
 */
export function useLiveChanges(enabled: boolean): LostCore | undefined {
  const client = useCore();
  const queries = useQueryClient();
  const [lost, setLost] = useState<LostCore>();
  useEffect(() => {
    if (!enabled) return;
    const stop = new AbortController();
    void follow(stop.signal);
    return () => {
      stop.abort();
      setLost(undefined);
    };

    async function follow(signal: AbortSignal): Promise<void> {
      let pause = FIRST_PAUSE_MS;
      let broken = false;
      while (!signal.aborted) {
        try {
          const changes = await client.changes.watch({}, { signal });
          setLost(undefined);
          if (broken) void queries.invalidateQueries();
          for await (const change of changes) {
            pause = FIRST_PAUSE_MS;
            void invalidateTopic(queries, change.topic);
            if (change.topic === 'dossiers') void invalidateTopic(queries, 'sync');
          }
        } catch (error) {
          if (!signal.aborted) tell(lossOf(error));
        }
        broken = true;
        await sleep(pause, signal);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
    function tell(loss: LostCore | undefined): void {
      setLost(loss);
      // It answered: it started anew, or somebody ended this session.
      if (loss === undefined) void invalidateTopic(queries, 'session');
    }
  }, [client, queries, enabled]);
  return lost;
}

function lossOf(error: unknown): LostCore | undefined {
  const codes = problemsOf(error).map(({ code }) => code);
  if (codes.includes('request/window-ended')) return 'request/window-ended';
  return codes.includes('request/no-core') ? 'request/no-core' : undefined;
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
