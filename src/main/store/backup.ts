import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Connection, connect } from './connection.ts';

/**
 * Copies a live database to one file, encrypted with the same key, and reads the whole copy back before it gets
 * its name: a file that bears a backup's name is a good one.
 * @returns its size in bytes
 * @throws when the copy cannot be written or does not pass quick_check; no file is left then
 */
export function backUp({ sqlite }: Connection, file: string, key: Buffer): number {
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    sqlite.prepare('VACUUM INTO ?').run(part);
    const faults = faultsOf(part, key);
    if (faults.length > 0) throw new Error(`the copy is damaged: ${faults[0]}`);
    flush(part);
    renameSync(part, file);
    return statSync(file).size;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** What `quick_check` finds wrong with a file, or why it cannot be opened; empty when it is sound. */
export function faultsOf(file: string, key: Buffer): readonly string[] {
  try {
    const copy = connect(file, key, { readonly: true });
    try {
      return quickCheck(copy);
    } finally {
      copy.sqlite.close();
    }
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** `quick_check` of SQLite; empty when sound. An encrypted page that was changed fails its check too. */
export function quickCheck({ sqlite }: Connection): readonly string[] {
  try {
    const lines = sqlite.prepare<[], string>('PRAGMA quick_check').pluck().all();
    return lines.length === 1 && lines[0] === 'ok' ? [] : lines;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

const NAME = /^backup-(\d{4}-\d{2}-\d{2})T\d{2}-\d{2}-\d{2}\.db$/;

/** `backup-2026-11-20T02-12-00.db`: names sort by time, and no colon, for Windows. @param at ISO instant */
export function backupName(at: string): string {
  return `backup-${at.slice(0, 19).replaceAll(':', '-')}.db`;
}

/** Backups of a folder, newest first, as full paths. */
export function listBackups(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
    .map((name) => join(folder, name));
}

/** Of backup names, newest first: those that the newest `recent` and the last of each of `days` days do not keep. */
export function backupsToRemove(
  names: readonly string[],
  keep: { readonly recent: number; readonly days: number },
): readonly string[] {
  const days = new Set<string>();
  return names.filter((name, index) => {
    const day = NAME.exec(name)?.[1] ?? '';
    const isLastOfDay = !days.has(day) && days.size < keep.days;
    days.add(day);
    return index >= keep.recent && !isLastOfDay;
  });
}

/** Removes what the rotation no longer keeps: the newest 8, and the last of each of 28 days. */
export function keepBackups(folder: string): readonly string[] {
  const names = listBackups(folder).map((file) => file.slice(dirname(file).length + 1));
  const removed = backupsToRemove(names, { recent: 8, days: 28 });
  for (const name of removed) rmSync(join(folder, name), { force: true });
  return removed;
}
