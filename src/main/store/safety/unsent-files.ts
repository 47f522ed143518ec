import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import type { DraftFile } from '../files/types.ts';
import { fileContents, files } from '../schema.ts';
import type { SafetyReader } from './types.ts';

/** A content of a file that nobody took off. */
const inUse = sql`EXISTS (
  SELECT 1 FROM files WHERE files.taken_off = 0
    AND (files.sha256 = ${fileContents.sha256} OR files.preview_sha256 = ${fileContents.sha256}))`;

/** What an export and a second copy carry. */
export function unsentFiles({ db }: Connection): Pick<SafetyReader, 'unsentFiles' | 'draftFiles'> {
  return {
    unsentFiles() {
      return db
        .select()
        .from(fileContents)
        .where(
          and(
            inArray(fileContents.state, ['kept', 'waiting', 'needs-you']),
            ne(fileContents.wrappedKey, ''),
            inUse,
          ),
        )
        .orderBy(asc(fileContents.rank), sql`${fileContents}.rowid`)
        .all();
    },
    draftFiles() {
      return db
        .select()
        .from(files)
        .where(and(ne(files.draftId, ''), eq(files.takenOff, false)))
        .orderBy(sql`${files}.rowid`)
        .all()
        .map(draftFile);
    },
  };
}

function draftFile({ dossierId: _of, takenOff: _on, ...row }: typeof files.$inferSelect): DraftFile {
  return row;
}
