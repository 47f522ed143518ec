import { eq, sql } from 'drizzle-orm';
import type { AttachedContent } from '#shared/dossiers/files-axis.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { Connection } from '../connection.ts';
import { fileContents, files } from '../schema.ts';

/** The files of dossiers as their events tell them, and the contents they make wait for the city. */
export function fileProjection({ db }: Connection) {
  /** Whoever has the bytes sends them, also those of a file another machine attached. */
  function announce({ sha256, size, mime }: AttachedContent, rank: 0 | 1): void {
    db.insert(fileContents)
      .values({ sha256, size, mime, rank, state: 'elsewhere' })
      .onConflictDoUpdate({
        target: fileContents.sha256,
        set: { state: 'waiting' },
        setWhere: sql`${fileContents.wrappedKey} <> '' AND ${fileContents.state} IN ('kept', 'elsewhere')`,
      })
      .run();
  }

  return {
    put({ dossierId, files: attached = [] }: DossierState): void {
      for (const file of attached) {
        announce(file, 1);
        if (file.preview) announce(file.preview, 0);
        const row = {
          fileId: file.fileId,
          draftId: '',
          dossierId,
          sha256: file.sha256,
          previewSha256: file.preview?.sha256 ?? '',
          component: file.component,
          label: file.label,
          addedAt: file.addedAt,
          addedBy: file.addedBy,
          takenOff: file.takenOff,
        };
        db.insert(files).values(row).onConflictDoUpdate({ target: files.fileId, set: row }).run();
      }
    },
    /** Before a stream is told anew: a file whose event no longer fits must not stay. */
    forget(dossierId: string): void {
      db.delete(files).where(eq(files.dossierId, dossierId)).run();
    },
    clear(): void {
      db.delete(files).where(sql`${files.dossierId} <> ''`).run();
    },
  };
}
