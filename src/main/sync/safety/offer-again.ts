import type { Store } from '#main/store/types.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { MAX_BATCH_EVENTS } from '#shared/sync/protocol.ts';
import { fitBatch } from '../batch.ts';
import type { Fault } from '../fault.ts';
import type { SafetyClient } from './safety-client.ts';
import { withWitness } from './witness.ts';

/** Offers events the city may not have, whoever wrote them, until each has its answer. Repeating it is safe. */
export async function offerAgain(
  store: Store,
  clock: Clock,
  client: SafetyClient,
  goOn: () => boolean,
): Promise<Result<void, Fault>> {
  while (goOn()) {
    const batch = fitBatch(store.read((reader) => reader.safety.nextOffers(MAX_BATCH_EVENTS)));
    if (batch.events.length === 0) return ok(undefined);
    const reply = await client.offer(batch);
    if (!reply.ok) return reply;
    const { answers, seals } = reply.value;
    if (answers.length === 0) return err({ code: 'sync/not-our-server' });
    store.write((writer) => {
      writer.settle(answers, clock.now());
      writer.safety.settleOffers(answers);
      writer.saveSeals(seals);
      const accepted = answers.flatMap((answer) => ('feedSeq' in answer ? [answer] : []));
      writer.saveCursor(withWitness(writer.syncCursor(), accepted));
    });
  }
  return ok(undefined);
}
