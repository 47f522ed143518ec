import type { EventPayload } from './events.ts';
import { parseFact } from './parse-fact.ts';

/** The entry that an event wrote into a book; undefined for every other event. */
export function entryOf(
  event: Parameters<typeof parseFact>[0],
): EventPayload<'entry-registered'>['entry'] | undefined {
  if (event.kind !== 'entry-registered') return undefined;
  const fact = parseFact(event);
  return fact.ok && fact.value.kind === 'entry-registered' ? fact.value.payload.entry : undefined;
}
