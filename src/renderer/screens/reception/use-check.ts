import { useDebouncedValue } from '@mantine/hooks';
import { useCoreQuery } from '#renderer/host-client/core.ts';
import type { CoreClient } from '#renderer/host-client/core-client.ts';
import type { Draft, DraftContent } from './draft-saver.ts';

export type Check = Awaited<ReturnType<CoreClient['dossiers']['check']>>;

const PAUSE_MS = 300;

/**
 * What reception would find, asked anew a little after each change; the last answer stays until the next one.
 * @param enabled false from the confirmation on: once received, it would be found as its own duplicate
 */
export function useCheck(
  draft: Draft,
  content: DraftContent,
  enabled: boolean,
): { check: Check | undefined; error: unknown } {
  const [settled] = useDebouncedValue(content, PAUSE_MS);
  const { draftId, procedure } = draft;
  const query = useCoreQuery(
    ['dossiers', 'check', procedure, draftId, settled],
    (core, signal) =>
      core.dossiers.check(
        { procedure, draftId, facts: settled.facts, components: settled.components },
        { signal },
      ),
    { keepPrevious: true, enabled },
  );
  return { check: query.data, error: query.error };
}
