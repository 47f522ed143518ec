import type { OutboxItem, Reader, Writer } from '#main/store/types.ts';
import type { NumberMark } from '#shared/dossiers/book-state.ts';
import { entryOf } from '#shared/dossiers/entry-of.ts';
import { foldBookStream } from '#shared/dossiers/fold-book-stream.ts';
import { asId } from '#shared/kernel/ids.ts';
import { type RegisterEntry, renumberNote } from '#shared/registers/entry.ts';
import type { App } from '../app.ts';

/**
 * A late number that the holder of its book has settled: the entry is sent again, and when it got another number its
 * dossier is told so. What was written stays in the log; the note says both numbers.
 */
export function followGrants(app: App, writer: Writer): void {
  for (const { item, entry } of lateEntries(writer)) {
    const grant = grantOf(writer, entry);
    if (!grant) continue;
    writer.requeue([item.eventId]);
    if (grant.number === entry.number) continue;
    const { number, epoch, oldNumber } = grant;
    const note = renumberNote({ oldNumber, year: entry.year, number, reason: grant.reason });
    const base = writer.dossier(asId(item.stream))?.version ?? 0;
    writer.append(
      [
        {
          kind: 'entry-renumbered',
          payload: { entryId: entry.entryId, number, epoch, note },
          stream: item.stream,
          base,
        },
      ],
      { actor: asId(item.actor), at: app.clock.now() },
    );
  }
}

type LateEntry = { readonly item: OutboxItem; readonly entry: RegisterEntry };

/**
 * Entries written here that the city holds because of their number. Where another machine's entry of the same dossier
 * stands there is no number to settle: the compare screen closes the branch.
 */
export function lateEntries(reader: Reader): readonly LateEntry[] {
  const { rows } = reader.outbox({ states: ['needs-you'], limit: 1_000, offset: 0 });
  return rows.flatMap((item) => {
    if (item.kind !== 'entry-registered' || !numberReasons.has(item.reason)) return [];
    const entry = reader.dossier(asId(item.stream))?.entry;
    return entry && entry.entryId === entryIdOf(reader, item) ? [{ item, entry }] : [];
  });
}

function entryIdOf(reader: Reader, { stream, eventId }: OutboxItem): string | undefined {
  const written = reader.streamEvents(stream).find(({ id }) => id === eventId);
  return written && entryOf(written)?.entryId;
}

const numberReasons: ReadonlySet<string> = new Set(['city/stale-epoch', 'city/number-taken']);

function grantOf(writer: Writer, entry: RegisterEntry): NumberMark | undefined {
  const { state } = foldBookStream(writer.streamEvents(entry.bookId));
  return state?.marks.find((mark) => mark.use === 'granted' && mark.entryId === entry.entryId);
}
