import { eq, sql } from 'drizzle-orm';
import type { Connection } from './connection.ts';
import { settings, syncState } from './schema.ts';
import type { SyncCursor } from './types.ts';

export function settingReader({ db }: Connection) {
  const setting = db
    .select()
    .from(settings)
    .where(eq(settings.key, sql.placeholder('key')))
    .prepare();
  const cursor = db.select().from(syncState).prepare();
  return {
    setting<T>(key: string): T | undefined {
      const row = setting.get({ key });
      return row && (JSON.parse(row.value) as T);
    },
    syncCursor(): SyncCursor {
      const row = cursor.get();
      if (!row) throw new Error('sync_state has lost its row');
      const { id: _id, ...rest } = row;
      return rest;
    },
  };
}

export function settingWriter({ db }: Connection) {
  const place = sql.placeholder;
  const save = db
    .insert(settings)
    .values({ key: place('key'), value: place('value') })
    .onConflictDoUpdate({ target: settings.key, set: { value: sql`excluded.value` } })
    .prepare();
  return {
    saveSetting(key: string, value: unknown): void {
      const text = JSON.stringify(value);
      if (text === undefined) throw new TypeError(`setting ${key} is not JSON`);
      save.run({ key, value: text });
    },
    saveCursor(cursor: SyncCursor): void {
      db.update(syncState).set(cursor).run();
    },
  };
}
