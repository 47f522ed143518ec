import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Connection } from '../connection.ts';
import { fileContents, files } from '../schema.ts';
import type { FileContent, FileReader, FileRow } from './types.ts';

const previews = alias(fileContents, 'previews');

/** A content whose dossier the city knows: its bytes are not wanted before. */
const announced = sql`EXISTS (
  SELECT 1 FROM files JOIN events ON events.stream = files.dossier_id
  WHERE (files.sha256 = ${fileContents.sha256} OR files.preview_sha256 = ${fileContents.sha256})
    AND files.taken_off = 0 AND events.kind = 'file-attached' AND events.feed_seq IS NOT NULL
    AND events.payload ->> 'fileId' = files.file_id)`;

export function fileReader({ db }: Connection): FileReader {
  const rows = (where: SQL) =>
    db
      .select({ file: files, content: fileContents, preview: previews })
      .from(files)
      .innerJoin(fileContents, eq(fileContents.sha256, files.sha256))
      .leftJoin(previews, eq(previews.sha256, files.previewSha256))
      .where(where)
      .orderBy(sql`${files}.rowid`)
      .prepare();
  const id = sql.placeholder('id');
  const ofDraft = rows(eq(files.draftId, id));
  const ofDossier = rows(eq(files.dossierId, id));
  const byId = rows(eq(files.fileId, id));
  const counts = db
    .select({
      dossierId: files.dossierId,
      total: sql<number>`count(*)`,
      sent: sql<number>`count(*) FILTER (WHERE ${fileContents.state} = 'accepted')`,
    })
    .from(files)
    .innerJoin(fileContents, eq(fileContents.sha256, files.sha256))
    .where(
      and(
        sql`${files.dossierId} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`,
        eq(files.takenOff, false),
      ),
    )
    .groupBy(files.dossierId)
    .prepare();

  return {
    of(owner) {
      const found =
        'draftId' in owner ? ofDraft.all({ id: owner.draftId }) : ofDossier.all({ id: owner.dossierId });
      return found.map(fileRow);
    },
    one(fileId) {
      const row = byId.get({ id: fileId });
      return row && fileRow(row);
    },
    content(sha256) {
      const row = db.select().from(fileContents).where(eq(fileContents.sha256, sha256)).get();
      return row && contentOf(row);
    },
    countsOf(dossierIds) {
      const counted = counts.all({ ids: JSON.stringify(dossierIds) });
      return new Map(counted.map(({ dossierId, total, sent }) => [dossierId, { total, sent }]));
    },
    nextToSend(skip) {
      const row = db
        .select()
        .from(fileContents)
        .where(
          and(
            eq(fileContents.state, 'waiting'),
            sql`${fileContents.sha256} NOT IN (SELECT value FROM json_each(${JSON.stringify(skip)}))`,
            announced,
          ),
        )
        .orderBy(asc(fileContents.rank), sql`${fileContents}.rowid`)
        .limit(1)
        .get();
      return row && contentOf(row);
    },
    queue() {
      const counted = db
        .select({
          waiting: sql<number>`count(*) FILTER (WHERE ${fileContents.state} = 'waiting')`,
          needsYou: sql<number>`count(*) FILTER (WHERE ${fileContents.state} = 'needs-you')`,
          waitingBytes: sql<number>`coalesce(sum(${fileContents.size}) FILTER (WHERE ${fileContents.state} = 'waiting'), 0)`,
        })
        .from(fileContents)
        .where(sql`${fileContents.state} IN ('waiting', 'needs-you')`)
        .get();
      return counted ?? { waiting: 0, needsYou: 0, waitingBytes: 0 };
    },
    labelOf(sha256) {
      const row = db
        .select({ label: files.label })
        .from(files)
        .where(sql`${files.sha256} = ${sha256} OR ${files.previewSha256} = ${sha256}`)
        .limit(1)
        .get();
      return row?.label ?? '';
    },
  };
}

function contentOf({ rank: _rank, ...content }: typeof fileContents.$inferSelect): FileContent {
  return content;
}

function fileRow(row: {
  readonly file: typeof files.$inferSelect;
  readonly content: typeof fileContents.$inferSelect;
  readonly preview: typeof fileContents.$inferSelect | null;
}): FileRow {
  const { sha256: _sha256, previewSha256: _previewSha256, ...file } = row.file;
  return {
    ...file,
    content: contentOf(row.content),
    preview: row.preview ? contentOf(row.preview) : undefined,
  };
}
