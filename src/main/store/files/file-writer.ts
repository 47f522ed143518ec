import { eq, sql } from 'drizzle-orm';
import type { Connection } from '../connection.ts';
import { fileContents, files } from '../schema.ts';
import type { FileWriter } from './types.ts';

export function fileWriter({ db }: Connection): FileWriter {
  return {
    keepContent({ sha256, size, mime, wrappedKey }, rank) {
      db.insert(fileContents)
        .values({ sha256, size, mime, wrappedKey, rank, state: 'kept' })
        .onConflictDoUpdate({ target: fileContents.sha256, set: { wrappedKey } })
        .run();
    },
    addToDraft(file) {
      db.insert(files)
        .values({ ...file, takenOff: false })
        .run();
    },
    setTakenOff(fileId, takenOff) {
      db.update(files).set({ takenOff }).where(eq(files.fileId, fileId)).run();
    },
    saveUpload(sha256, change) {
      db.update(fileContents).set(change).where(eq(fileContents.sha256, sha256)).run();
    },
    requeue() {
      db.update(fileContents)
        .set({ state: 'waiting', uploadUrl: '', attempts: 0, reason: '' })
        .where(sql`${fileContents.state} = 'needs-you'`)
        .run();
    },
  };
}
