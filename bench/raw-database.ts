import { randomBytes } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';

/**
 * The peer of a durable save: one table in a raw encrypted better-sqlite3 file with the cipher, page size and
 * durability of the app's, and one row per transaction.
 * @returns inserts one row with this text and returns when it is on the disk
 */
export function rawDurableInsert(folder: string): { insert(text: string): void; close(): void } {
  const sqlite = openRaw(path.join(folder, 'raw.db'), randomBytes(32));
  sqlite.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const insert = sqlite.prepare<[string]>('INSERT INTO rows (text) VALUES (?)');
  return { insert: (text) => void insert.run(text), close: () => sqlite.close() };
}

/** An encrypted file in WAL mode that flushes every commit. */
export function openRaw(file: string, key: Buffer): Database.Database {
  const sqlite = new Database(file);
  sqlite.pragma(`cipher='aegis'`);
  sqlite.pragma(`key="raw:${key.toString('hex')}"`);
  sqlite.pragma('page_size = 4096');
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  return sqlite;
}
