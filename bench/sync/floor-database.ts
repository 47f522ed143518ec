import Database from 'better-sqlite3';

/** The floor's file: one table, plain, every commit flushed. */
export function openFloor(file: string): Database.Database {
  const sqlite = new Database(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT NOT NULL, number INTEGER) STRICT');
  return sqlite;
}
