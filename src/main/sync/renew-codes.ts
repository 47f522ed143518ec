import { randomUUID } from 'node:crypto';
import { readCodeBook, saveCodeBook } from '#main/store/code-book.ts';
import type { Store } from '#main/store/types.ts';
import { BLOCK, daysToLease } from '#shared/dossiers/code-lease.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { localDate } from '#shared/kernel/instant.ts';
import type { OfficeClient } from './office-client.ts';

/**
 * Keeps a block of today's codes and one of tomorrow's, so that the next outage finds codes here. What is asked is
 * written down first: after a lost answer the same block is asked for again and no serial is left over.
 */
export async function renewCodes(store: Store, clock: Clock, client: OfficeClient): Promise<void> {
  const days = daysToLease(store.read(readCodeBook), localDate(clock.now()));
  if (days.length > 0) {
    store.write((writer) => {
      const book = readCodeBook(writer);
      const asked = days.map((day) => ({ leaseId: randomUUID(), day, wanted: BLOCK }));
      saveCodeBook(writer, { ...book, asked: [...book.asked, ...asked] });
    });
  }
  for (const request of store.read(readCodeBook).asked) {
    const reply = await client.leaseCodes(request);
    // A city that does not lend codes now is asked again in the next round; dossiers keep their local reference.
    if (!reply.ok) return;
    const { leaseId, day, from, to, template } = reply.value;
    store.write((writer) => {
      const book = readCodeBook(writer);
      const asked = book.asked.filter((each) => each.leaseId !== leaseId);
      if (asked.length === book.asked.length) return;
      const lease = { leaseId, day, from, to, next: from, template };
      saveCodeBook(writer, { leases: [...book.leases, lease], asked });
    });
  }
}
