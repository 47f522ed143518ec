import type { OutboxItem, OutboxState } from '#main/store/types.ts';

/** The sync axis of one event. */
export type EventSync = { readonly state: OutboxState; readonly receipt: string; readonly reason: string };

const arrived: EventSync = { state: 'accepted', receipt: '', reason: '' };

/** An event that never was in this machine's outbox came from the city, which therefore has it. */
export function eventSync(item: OutboxItem | undefined): EventSync {
  return item ? { state: item.state, receipt: item.receipt, reason: item.message } : arrived;
}

const worstFirst: readonly OutboxState[] = ['refused', 'needs-you', 'sending', 'waiting'];

/** The sync axis of a dossier: that of the event which most needs attention. */
export function worstState(states: readonly OutboxState[]): OutboxState {
  return worstFirst.find((state) => states.includes(state)) ?? 'accepted';
}
