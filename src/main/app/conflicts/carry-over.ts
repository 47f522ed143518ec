import type { NewEvent, StoredEvent, Writer } from '#main/store/types.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { AccountId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { commutes } from '#shared/sync/merge.ts';
import { afterwards, isCarriedOver } from './compare.ts';

export type By = { readonly actor: AccountId; readonly at: Instant };

/**
 * Does the events of a branch again on top of a state. What only records what happened is done again in any case,
 * decisions when they are kept; what the state no longer takes is left out.
 * @returns what was left out
 */
export function carryOver(
  writer: Writer,
  branch: readonly StoredEvent[],
  from: DossierState,
  keepsDecisions: boolean,
  by: By,
): readonly StoredEvent[] {
  const dropped: StoredEvent[] = [];
  let state = from;
  for (const event of branch.filter(isCarriedOver)) {
    const next = keepsDecisions || commutes(event.kind) ? afterwards(writer, state, event, by.at) : undefined;
    if (!next) {
      dropped.push(event);
      continue;
    }
    const { kind, payload, stream } = event;
    // It was an event of this kind when it was first written here.
    writer.append([{ kind, payload, stream, base: state.version } as NewEvent], by);
    state = next;
  }
  return dropped;
}
