import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Aside } from '#main/store/aside.ts';
import { backupName, keepBackups } from '#main/store/backup.ts';
import type { Store } from '#main/store/types.ts';
import type { Clock } from '#shared/kernel/clock.ts';

/** Copies the database now and then, and once more at the end; only when something was written since. */
export type ScheduledBackup = {
  now(): Promise<{ readonly file: string; readonly bytes: number }>;
  start(): void;
  stop(): Promise<void>;
};

const MINUTE = 60_000;

/** @param parts.everyMinutes read before each wait, so that a changed setting holds from the next one */
export function scheduledBackup(parts: {
  readonly store: Pick<Store, 'backup' | 'onCommit'>;
  /** Copies on a thread of its own: in a large office it takes seconds. */
  readonly aside: Pick<Aside, 'backup'>;
  readonly folder: string;
  readonly clock: Clock;
  readonly everyMinutes: () => number;
  readonly onFault: (error: unknown) => void;
}): ScheduledBackup {
  const { store, aside, folder, clock, everyMinutes, onFault } = parts;
  let written = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  store.onCommit(() => {
    written = true;
  });

  async function copy(
    to: (file: string) => number | Promise<number>,
  ): Promise<{ file: string; bytes: number }> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = path.join(folder, backupName(clock.now()));
    written = false;
    const bytes = await to(file);
    keepBackups(folder);
    return { file, bytes };
  }

  /** A thread that cannot be had is no reason to go without a backup. */
  async function copyAside(file: string): Promise<number> {
    try {
      return await aside.backup(file);
    } catch (error) {
      onFault(error);
      return store.backup(file);
    }
  }

  /** One at a time: two may want the same name. */
  function now(): Promise<{ file: string; bytes: number }> {
    const next = running.then(() => copy(copyAside));
    running = next.catch(() => {});
    return next;
  }

  async function ifWritten(work: () => Promise<unknown>): Promise<void> {
    if (!written) return;
    try {
      await work();
    } catch (error) {
      onFault(error);
    }
  }

  function wait(): void {
    timer = setTimeout(() => {
      void ifWritten(now).then(() => {
        if (timer !== undefined) wait();
      });
    }, everyMinutes() * MINUTE);
    timer.unref();
  }

  return {
    now,
    start() {
      if (timer === undefined) wait();
    },
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      await running;
      // Nobody waits at a window any more, and a thread would only take time to begin.
      await ifWritten(() => copy((file) => store.backup(file)));
    },
  };
}
