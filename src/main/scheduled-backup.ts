import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { backupName, keepBackups } from '#main/store/backup.ts';
import type { Store } from '#main/store/types.ts';
import type { Clock } from '#shared/kernel/clock.ts';

/** Copies the database now and then, and once more at the end; only when something was written since. */
export type ScheduledBackup = {
  now(): { readonly file: string; readonly bytes: number };
  start(): void;
  stop(): void;
};

const MINUTE = 60_000;

/** @param everyMinutes read before each wait, so that a changed setting holds from the next one */
export function scheduledBackup(parts: {
  readonly store: Store;
  readonly folder: string;
  readonly clock: Clock;
  readonly everyMinutes: () => number;
  readonly onFault: (error: unknown) => void;
}): ScheduledBackup {
  const { store, folder, clock, everyMinutes, onFault } = parts;
  let written = false;
  let timer: NodeJS.Timeout | undefined;
  store.onCommit(() => {
    written = true;
  });

  function now(): { file: string; bytes: number } {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = path.join(folder, backupName(clock.now()));
    written = false;
    const bytes = store.backup(file);
    keepBackups(folder);
    return { file, bytes };
  }

  function ifWritten(): void {
    if (!written) return;
    try {
      now();
    } catch (error) {
      onFault(error);
    }
  }

  function wait(): void {
    timer = setTimeout(() => {
      ifWritten();
      wait();
    }, everyMinutes() * MINUTE);
    timer.unref();
  }

  return {
    now,
    start() {
      if (timer === undefined) wait();
    },
    stop() {
      clearTimeout(timer);
      ifWritten();
    },
  };
}
