import { closeSync, existsSync, mkdirSync, openSync, statSync, truncateSync, writeSync } from 'node:fs';
import path from 'node:path';
import { officeFiles } from '#main/compose.ts';
import { backUp, backupName } from '#main/store/backup.ts';
import { connect } from '#main/store/connection.ts';
import { officeKey } from './office-key.ts';

const PAGE = 4096;

/** Cuts off the end of what was written last, in the middle of a page. @returns bytes cut */
export function cutLog(dataDir: string): number {
  const file = `${officeFiles(dataDir).database}-wal`;
  const size = existsSync(file) ? statSync(file).size : 0;
  const cut = Math.min(size, PAGE + 1_000);
  truncateSync(file, size - cut);
  return cut;
}

/** The copy of a quarter of an hour ago, here of this moment: what the damage takes later is not its matter. */
export function backUpOnce(file: string, key: Buffer, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const connection = connect(file, key);
  backUp(connection, path.join(folder, backupName('2026-10-01T02:00:00.000Z')), key);
  connection.sqlite.close();
}

/** Overwrites a page of the main file that is in use. */
export function damagePage(dataDir: string): void {
  const { database } = officeFiles(dataDir);
  const { sqlite } = connect(database, officeKey(dataDir));
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  // The root of the index over the log's streams: every reading of a dossier passes there.
  const page = Number(
    sqlite.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'events_stream'").pluck().get(),
  );
  sqlite.close();
  const handle = openSync(database, 'r+');
  writeSync(handle, Buffer.alloc(PAGE, 7), 0, PAGE, (page - 1) * PAGE);
  closeSync(handle);
}
