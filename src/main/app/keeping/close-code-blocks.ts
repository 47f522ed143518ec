import { readCodeBook, saveCodeBook } from '#main/store/code-book.ts';
import type { Writer } from '#main/store/types.ts';
import { endedLeases, unusedOf, withoutEnded } from '#shared/dossiers/code-lease.ts';
import { localDate } from '#shared/kernel/instant.ts';
import type { App } from '../app.ts';
import { systemActor } from './system-actor.ts';

/** Accounts for the blocks of codes whose day is over: the serials no dossier got are void and go back to the city. */
export function closeCodeBlocks(app: App, writer: Writer): void {
  const at = app.clock.now();
  const today = localDate(at);
  const book = readCodeBook(writer);
  const ended = endedLeases(book, today);
  if (ended.length === 0) return;
  writer.append(
    ended.map((lease) => {
      const { leaseId, day, from, to } = lease;
      const payload = { leaseId, day, from, to, unused: [...unusedOf(lease)], reason: 'Hết ngày' };
      return { kind: 'code-block-closed', payload, stream: leaseId, base: 0 };
    }),
    { actor: systemActor, at },
  );
  saveCodeBook(writer, withoutEnded(book, today));
}
