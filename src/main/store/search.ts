import { foldForSearch } from '#shared/people/fold.ts';
import type { Connection } from './connection.ts';
import { rowKeeper } from './row-keeper.ts';
import type { SearchItem } from './search-items.ts';
import { queryTerms, typedDate } from './search-terms.ts';
import type { SearchHit } from './types.ts';
import type { WordIndex } from './word-index.ts';

export type SearchWriter = ReturnType<typeof searchWriter>;

type ItemRow = Readonly<Record<string, string | number>> & { readonly id: number; readonly terms: string };

// The status is the dossier's own: kept here too, each of its steps would write a second row.
const HIT = `place AS "where", ref AS id, search_items.dossier_id AS dossierId, subject, code, procedure, date,
  coalesce((SELECT status FROM dossiers WHERE place = 'dossier' AND dossiers.dossier_id = ref), '') AS status`;

const columns = [
  ...['place', 'ref', 'dossier_id', 'subject', 'folded_subject', 'code'],
  ...['procedure', 'date', 'event_dates', 'terms'],
];

/** An FTS5 query in which every word must be found and the last may be unfinished; digits may always be. */
export function matchExpression(text: string): string {
  const terms = queryTerms(text);
  return terms
    .map((term, index) => `"${term}"${index === terms.length - 1 || /\d/.test(term) ? '*' : ''}`)
    .join(' AND ');
}

/** @param index what the transaction that asks has still to write there; a file that is only read has none */
export function searchReader({ sqlite }: Connection, index?: Pick<WordIndex, 'writeOut'>) {
  const bySubject = sqlite.prepare<[string, number], SearchHit>(
    `SELECT ${HIT} FROM search_items WHERE folded_subject = ? ORDER BY search_items.id DESC LIMIT ?`,
  );
  // Newest first is the index's own order read backwards, so a common name stops after `limit` rows.
  const byTerms = sqlite.prepare<[string, number], SearchHit>(
    `SELECT ${HIT} FROM (SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT ?) AS found
     JOIN search_items ON search_items.id = found.rowid ORDER BY found.rowid DESC`,
  );
  const dossiersByTerms = sqlite
    .prepare<[string, number], string>(
      `SELECT ref FROM search_index JOIN search_items ON search_items.id = search_index.rowid
       WHERE search_index MATCH ? AND place = 'dossier' ORDER BY search_index.rowid DESC LIMIT ?`,
    )
    .pluck();
  const sameSubject = sqlite.prepare<[string, string], SearchHit>(
    `SELECT ${HIT} FROM search_items
     WHERE folded_subject = ? AND ? IN (SELECT value FROM json_each(event_dates)) ORDER BY search_items.id DESC LIMIT 50`,
  );
  const byDay = sqlite.prepare<[string], SearchHit & { terms: string }>(
    `SELECT ${HIT}, search_items.terms FROM search_index JOIN search_items ON search_items.id = search_index.rowid
     WHERE search_index MATCH ? ORDER BY search_index.rowid DESC LIMIT 500`,
  );
  return {
    /** The exact subject first, then newest first. */
    search(text: string, limit: number): readonly SearchHit[] {
      const match = matchExpression(text);
      if (match === '') return [];
      const exact = bySubject.all(foldForSearch(text), limit);
      if (exact.length === limit) return exact;
      const seen = new Set(exact.map((hit) => hit.where + hit.id));
      index?.writeOut();
      const others = byTerms.all(match, limit).filter((hit) => !seen.has(hit.where + hit.id));
      return [...exact, ...others].slice(0, limit);
    },
    sameSubject: (subject: string, eventDate: string): readonly SearchHit[] =>
      eventDate === '' ? [] : sameSubject.all(foldForSearch(subject), eventDate),
    /** What has all these words and this whole day. The day and the given name are looked up: family names are many. */
    onDay(words: string, day: string): readonly SearchHit[] {
      const [date] = /^\d{4}-\d{2}-\d{2}$/.test(day) ? queryTerms(typedDate(day)) : [];
      const wanted = queryTerms(words);
      const given = wanted.at(-1);
      if (date === undefined || given === undefined) return [];
      index?.writeOut();
      return byDay.all(`"${date}" AND "${given}"`).flatMap(({ terms, ...hit }) => {
        const has = new Set(terms.split(' '));
        return wanted.every((word) => has.has(word)) ? [hit] : [];
      });
    },
    /** Ids of the newest dossiers found, at most `limit`. */
    findDossiers(text: string, limit: number): readonly string[] {
      const match = matchExpression(text);
      if (match === '') return [];
      index?.writeOut();
      return dossiersByTerms.all(match, limit);
    },
  };
}

export function searchWriter(connection: Connection, words: WordIndex) {
  const { sqlite } = connection;
  const rows = rowKeeper<ItemRow>(connection, 'search_items', ['ref', 'place'], columns);
  const find = sqlite.prepare<[string, string], ItemRow>(
    'SELECT id, terms FROM search_items WHERE ref = ? AND place = ?',
  );
  const remove = sqlite.prepare('DELETE FROM search_items WHERE id = ?');
  return {
    /** Adds or replaces; the full-text index is touched only when the words changed. */
    put(item: SearchItem): void {
      const { where, id, dossierId, subject, eventDates, code, procedure, date, terms } = item;
      const put = rows.put({
        ...{ place: where, ref: id, dossier_id: dossierId, subject, folded_subject: foldForSearch(subject) },
        ...{ code, procedure, date, event_dates: JSON.stringify(eventDates), terms },
      });
      if (!('was' in put)) words.change(put.addedAs, '', terms);
      else if (put.was.terms !== terms) words.change(put.was.id, put.was.terms, terms);
    },
    remove(where: SearchHit['where'], id: string): void {
      const old = find.get(id, where);
      if (!old) return;
      words.change(old.id, old.terms, '');
      remove.run(old.id);
    },
    /** Forgets everything but drafts, which no event can bring back. */
    clearProjected(): void {
      sqlite.exec(`DELETE FROM search_items WHERE place <> 'draft'`);
      words.rebuild();
    },
  };
}
