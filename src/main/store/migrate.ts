import type Database from 'better-sqlite3';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { MigrationStep } from './migration-steps.ts';

/**
 * Brings a database to the last step, each step in a transaction of its own: it is applied, its foreign keys and
 * the number of rows of every table it does not declare are checked, and only then is its number written.
 * A step that fails leaves the database at the step before it.
 * @param beforeFirst called once before anything changes, and not for a new file: the place for a copy
 * @returns `store/from-newer-app` for a database whose number no step here has passed
 * @throws when a step fails: a shipped step that does not apply is a bug
 */
export function migrate(
  sqlite: Database.Database,
  steps: readonly MigrationStep[],
  beforeFirst: (version: number) => void,
): Result<{ readonly from: number; readonly to: number }> {
  const from = Number(sqlite.pragma('user_version', { simple: true }));
  const newest = steps.at(-1)?.version ?? 0;
  if (from > newest) {
    const message = `Dữ liệu do phiên bản mới hơn ghi (bước ${from}, ứng dụng này biết đến bước ${newest}). Hãy cập nhật ứng dụng.`;
    return err([problem('store/from-newer-app', 'error', message)]);
  }
  const pending = steps.filter((step) => step.version > from);
  if (pending.length === 0) return ok({ from, to: from });
  if (from > 0) beforeFirst(from);
  // SQLite ignores this pragma inside a transaction, and a rebuilt table must not take its children along.
  sqlite.pragma('foreign_keys = OFF');
  try {
    for (const step of pending) sqlite.transaction(() => applyStep(sqlite, step)).immediate();
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
  return ok({ from, to: newest });
}

function applyStep(sqlite: Database.Database, step: MigrationStep): void {
  const before = rowCounts(sqlite);
  sqlite.exec(step.sql);
  const broken = sqlite.pragma('foreign_key_check');
  if (!Array.isArray(broken) || broken.length > 0) {
    throw new Error(`step ${step.version} breaks foreign keys: ${JSON.stringify(broken).slice(0, 500)}`);
  }
  const after = rowCounts(sqlite);
  for (const [table, count] of before) {
    const left = after.get(table);
    if (left !== count && !step.changesRowsOf.includes(table)) {
      throw new Error(
        `step ${step.version} changes the rows of ${table}: ${count} before, ${left ?? 'gone'}`,
      );
    }
  }
  sqlite.pragma(`user_version = ${step.version}`);
}

/** Rows of every table of ours; the shadow tables of the full-text index are its own business. */
function rowCounts(sqlite: Database.Database): ReadonlyMap<string, number> {
  const tables = sqlite
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all();
  const count = (table: string): number =>
    Number(
      sqlite
        .prepare(`SELECT count(*) FROM "${table.replaceAll('"', '""')}"`)
        .pluck()
        .get(),
    );
  return new Map(tables.map((table) => [table, count(table)]));
}
