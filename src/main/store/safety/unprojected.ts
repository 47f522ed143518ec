import { bookEventKinds } from '#shared/dossiers/events.ts';
import type { Connection } from '../connection.ts';

/** Books are projected first, so that entries find theirs. */
const BOOK = 0;
const OTHER = 1;
const isBook: ReadonlySet<string> = new Set(bookEventKinds);

/** A first sync writes the log first and projects each stream once, however many pages its events came in. */
export function unprojectedStreams({ sqlite }: Connection) {
  const count = sqlite.prepare<[], number>('SELECT count(*) FROM unprojected_streams').pluck();
  const note = sqlite.prepare(
    'INSERT INTO unprojected_streams (stream, rank) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const next = sqlite
    .prepare<[number], string>('SELECT stream FROM unprojected_streams ORDER BY rank, stream LIMIT ?')
    .pluck();
  const done = sqlite.prepare('DELETE FROM unprojected_streams WHERE stream = ?');
  return {
    count: (): number => count.get() ?? 0,
    note: ({ stream, kind }: { readonly stream: string; readonly kind: string }): void =>
      void note.run(stream, isBook.has(kind) ? BOOK : OTHER),
    /** @returns streams that are no longer noted: the caller projects them in the same transaction */
    take(most: number): readonly string[] {
      const streams = next.all(most);
      for (const stream of streams) done.run(stream);
      return streams;
    },
  };
}
