import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';

/** One open, unlocked database: the raw handle for SQL text, drizzle for typed queries. */
export type Connection = {
  readonly sqlite: Database.Database;
  readonly db: BetterSQLite3Database;
};

/** Earlier versions can corrupt a WAL when two processes checkpoint together; fixed in 3.51.3. */
const OLDEST_SQLITE = [3, 51, 3] as const;
/** Most writes touch a little of many trees: small pages keep what one commit writes small. */
const PAGE_BYTES = 4096;
/** About 16 MB of log between two checkpoints, so that few saves wait for one. */
const CHECKPOINT_PAGES = 4_000;

/**
 * Opens an encrypted database file, making it when it is missing.
 * @param key 32 bytes, used raw: it is random, so no derivation is needed
 * @throws SqliteError `SQLITE_NOTADB` at the first read when the key is wrong or the first page is damaged
 */
export function connect(
  file: string,
  key: Buffer,
  options: { readonly readonly?: boolean } = {},
): Connection {
  if (key.length !== 32) throw new RangeError('the database key has 32 bytes');
  const sqlite = new Database(file, { readonly: options.readonly === true });
  try {
    sqlite.pragma(`cipher='aegis'`);
    sqlite.pragma(`key="raw:${key.toString('hex')}"`);
    requireSafeSqlite(sqlite);
    sqlite.pragma('busy_timeout = 5000');
    sqlite.pragma('trusted_schema = OFF');
    sqlite.pragma('temp_store = MEMORY');
    sqlite.pragma('cache_size = -32000');
    if (options.readonly !== true) {
      sqlite.pragma(`page_size = ${PAGE_BYTES}`);
      sqlite.pragma('journal_mode = WAL');
      // A dossier called saved survives a power cut: NORMAL would lose the last commits.
      sqlite.pragma('synchronous = FULL');
      sqlite.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
      sqlite.pragma('secure_delete = ON');
      sqlite.pragma('foreign_keys = ON');
    }
  } catch (error) {
    sqlite.close();
    throw error;
  }
  return { sqlite, db: drizzle(sqlite) };
}

/** Also the first read of the file, which fails when the key does not fit. */
function requireSafeSqlite(sqlite: Database.Database): void {
  const version = String(
    sqlite.prepare('SELECT sqlite_version() FROM (SELECT count(*) FROM sqlite_schema)').pluck().get(),
  );
  const parts = version.split('.').map(Number);
  for (const [index, oldest] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > oldest) return;
    if (part < oldest) throw new Error(`SQLite ${version} is older than ${OLDEST_SQLITE.join('.')}`);
  }
}
