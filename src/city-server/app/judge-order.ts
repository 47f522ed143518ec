import type { Envelope } from '#shared/sync/envelope.ts';
import { mayFollow, overlookedBy } from '#shared/sync/merge.ts';
import type { Ledger } from '../store/ledger.ts';
import { held, type Rejected } from './verdict.ts';

type Order = { readonly behind: boolean; readonly rejected?: undefined } | { readonly rejected: Rejected };

/**
 * Where an event stands in its stream: right after what its author had seen, or behind others' events that it may be
 * merged with. Never over a hole, and never beside a change that people have to compare.
 */
export function orderOf(ledger: Ledger, envelope: Envelope): Order {
  const position = ledger.streams.get(envelope.stream);
  const version = position?.version ?? 0;
  if (envelope.base === version) return { behind: false };
  if (envelope.base > version) return { rejected: held('city/out-of-order') };
  const overlooked = overlookedBy(envelope, ledger.histories.get(envelope.stream) ?? []);
  // After an event this server does not know, nobody can say what may follow it.
  const known = overlooked !== undefined && position?.parked !== true;
  return known && mayFollow(envelope, overlooked) ? { behind: true } : { rejected: held('city/stale-base') };
}
