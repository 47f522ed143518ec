import Database from 'better-sqlite3';

/** A plain file, every commit flushed. */
export function openDurable(file: string): Database.Database {
  const sqlite = new Database(file);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  return sqlite;
}

/** The floor's file: one table. */
export function openFloor(file: string): Database.Database {
  const sqlite = openDurable(file);
  sqlite.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT NOT NULL, number INTEGER) STRICT');
  return sqlite;
}
