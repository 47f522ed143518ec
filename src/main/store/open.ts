import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ErrorCode } from '#shared/kernel/error-codes.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { backUp, quickCheck } from './backup.ts';
import { type Connection, connect } from './connection.ts';
import { acquireCoreLock, type CoreLock, type CoreOwner } from './core-lock.ts';
import { keyFits, rememberKey } from './key-check.ts';
import { migrate } from './migrate.ts';
import { deviceMigrations, readMigrationSteps } from './migration-steps.ts';
import { finishRestore } from './safety/after-restore.ts';
import { replayAfterUpgrade } from './safety/after-upgrade.ts';
import { findMissingWork } from './safety/missing-work.ts';
import { WorkJournal } from './safety/work-journal.ts';
import { createStore, type RebuildableStore } from './store.ts';
import type { StoreOptions } from './store-options.ts';
import { sqliteCode } from './store-write-error.ts';

/** A store, and how its core tells a second start where to attach. */
export type OpenStore = RebuildableStore & { announce(owner: CoreOwner): void };

/** Checked at every start up to this size; a larger file is checked after an unclean end, and by every backup. */
const ALWAYS_CHECKED_BYTES = 64 * 1024 * 1024;

/**
 * Opens the device's database, making it when it is missing, as its only core.
 * @returns `store/locked-by-other`, `store/wrong-key`, `store/damaged`, `store/read-only` or
 *   `store/from-newer-app`; the file is left as it was in each case
 */
export function openStore(options: StoreOptions): Result<OpenStore> {
  mkdirSync(dirname(options.file), { recursive: true });
  const readOnly = readOnlyPath(options.file);
  if (readOnly !== undefined) {
    return refuse('store/read-only', `Không mở được dữ liệu để ghi: ${readOnly} chỉ cho đọc. ${READ_ONLY}`);
  }
  const lock = acquireCoreLock(options.file);
  if (!lock.ok) return lock;
  let opened: Result<OpenStore> | undefined;
  try {
    opened = openLocked(options, lock.value);
    return opened;
  } finally {
    if (!opened?.ok) lock.value.release();
  }
}

/** The database or its folder, when this process may not write there. */
function readOnlyPath(file: string): string | undefined {
  return [dirname(file), file].find((each) => {
    try {
      if (existsSync(each)) accessSync(each, constants.W_OK);
      return false;
    } catch {
      return true;
    }
  });
}

function openLocked(options: StoreOptions, lock: CoreLock): Result<OpenStore> {
  const { file, key } = options;
  const isNew = !existsSync(file) || statSync(file).size === 0;
  if (!isNew && keyFits(file, key) === false) return refuse('store/wrong-key', WRONG_KEY);
  const mustCheck = !isNew && needsCheck(file);
  const connection = tryConnect(options);
  if (!connection.ok) return connection;
  const { sqlite } = connection.value;
  try {
    const ready = prepare(options, connection.value, mustCheck);
    if (!ready.ok) {
      sqlite.close();
      return ready;
    }
  } catch (error) {
    sqlite.close();
    throw error;
  }
  rememberKey(file, key);
  const journal = new WorkJournal(`${file}.last-work`, key);
  const store = createStore(connection.value, options, journal);
  replayAfterUpgrade(store);
  finishRestore(store, options);
  findMissingWork(store, journal);
  return ok({
    ...store,
    announce: lock.announce,
    close() {
      store.close();
      lock.release();
    },
  });
}

/** A write-ahead log that is still there was not closed: the last process was killed, or the power went. */
function needsCheck(file: string): boolean {
  return statSync(file).size <= ALWAYS_CHECKED_BYTES || existsSync(`${file}-wal`);
}

function tryConnect({ file, key, connect: open = connect }: StoreOptions): Result<Connection> {
  try {
    return ok(open(file, key));
  } catch (error) {
    const code = sqliteCode(error);
    if (code === 'SQLITE_NOTADB' && keyFits(file, key) === undefined)
      return refuse('store/wrong-key', WRONG_KEY);
    if (isDamage(code)) return refuse('store/damaged', DAMAGED);
    throw error;
  }
}

function prepare(options: StoreOptions, connection: Connection, mustCheck: boolean): Result<unknown> {
  const { file, key } = options;
  try {
    if (mustCheck && quickCheck(connection).length > 0) return refuse('store/damaged', DAMAGED);
    const folder = options.backupsDir ?? dirname(file);
    const steps = readMigrationSteps(options.migrationsDir ?? deviceMigrations);
    return migrate(connection.sqlite, steps, (version) => {
      mkdirSync(folder, { recursive: true });
      backUp(connection, join(folder, `before-step-after-${version}.db`), key);
    });
  } catch (error) {
    if (isDamage(sqliteCode(error))) return refuse('store/damaged', DAMAGED);
    throw error;
  }
}

function isDamage(code: string): boolean {
  return code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
}

function refuse(code: ErrorCode, message: string): Result<never> {
  return err([problem(code, 'error', message)]);
}

const WRONG_KEY = 'Không mở được dữ liệu: sai khóa mã hóa. Hãy liên hệ cán bộ CNTT để nạp lại khóa.';
const READ_ONLY = 'Dữ liệu được giữ nguyên; hãy liên hệ cán bộ CNTT.';
const DAMAGED = 'Tệp dữ liệu bị hỏng. Tệp được giữ nguyên; hãy khôi phục từ bản sao lưu.';
