import { accountReader } from './accounts.ts';
import { auditReader } from './audit.ts';
import { bookReader } from './books.ts';
import type { Connection } from './connection.ts';
import { dayReader } from './days.ts';
import { dossierReader } from './dossiers.ts';
import { draftReader } from './drafts.ts';
import { type EventLog, eventLog } from './event-log.ts';
import { fileReader } from './files/file-reader.ts';
import { outboxReader } from './outbox-reader.ts';
import { foldStream } from './projections/fold-stream.ts';
import { safetyReader } from './safety/safety-reader.ts';
import { searchReader } from './search.ts';
import { settingReader } from './settings.ts';
import type { Reader } from './types.ts';
import type { WordIndex } from './word-index.ts';

/** @param shared what the writer of the same file uses too */
export function createReader(
  connection: Connection,
  shared: { readonly words?: WordIndex; readonly log?: EventLog } = {},
): Reader {
  const { syncOf, ...outbox } = outboxReader(connection);
  const { findDossiers, ...search } = searchReader(connection, shared.words);
  const { auditRows } = auditReader(connection);
  const log = shared.log ?? eventLog(connection);
  const files = fileReader(connection);
  return {
    ...dossierReader(connection, { syncOf, findDossiers, fileCountsOf: files.countsOf }),
    dossier: (id) => foldStream(log.ofStream(id)).state,
    streamEvents: log.ofStream,
    ...settingReader(connection),
    ...draftReader(connection),
    ...bookReader(connection),
    ...dayReader(connection),
    ...search,
    ...accountReader(connection),
    ...outbox,
    auditRows,
    files,
    safety: safetyReader(connection),
  };
}
