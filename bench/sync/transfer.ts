import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Contender } from './contender.ts';
import { type Leg, type Line, type Load, openEnds } from './ends.ts';

export type Round = {
  readonly push: Leg;
  readonly pull: Leg;
  /** What the sending device keeps on its disk afterwards, in bytes. */
  readonly databaseBytes: number;
};

/** Where and with what a round works. */
export type Setting = Omit<Load, 'line'> & {
  /** A new, empty folder. */
  folder(): string;
  /** A folder for the server, or the address of its database. */
  readonly database: string;
  readonly line?: Line;
};

/** No line at all. */
export const loopback: Line = { host: '127.0.0.1' };

/** A contender did not get through. */
export class Stopped extends Error {
  /** What it did until then. */
  readonly done: Partial<Round>;

  constructor(reason: unknown, done: Partial<Round>) {
    super(reason instanceof Error ? reason.message : String(reason), { cause: reason });
    this.done = done;
  }
}

/**
 * Carries changes from one device to a server and on to a second device, each in a process of its own.
 * @throws Stopped
 */
export async function transfer(contender: Contender, setting: Setting): Promise<Round> {
  const ends = await openEnds(contender, setting.database, { line: loopback, ...setting });
  let done: Omit<Round, 'pull'> | undefined;
  try {
    const folder = setting.folder();
    if (contender.makesPayload) await ends.fill(folder);
    done = { push: await ends.carry('push', folder), databaseBytes: sizeOf(folder) };
    const pull = await ends.carry('pull', setting.folder());
    await ends.close();
    return { ...done, pull };
  } catch (error) {
    ends.kill();
    throw new Stopped(error, done ?? {});
  }
}

/** Leaves the payload of a contender that makes it, when that one itself carries nothing. */
export async function makePayload(maker: Contender, setting: Setting): Promise<void> {
  const ends = await openEnds(maker, setting.database, { line: loopback, ...setting });
  await ends.fill(setting.folder());
  await ends.close();
}

/** Of the database and what lies beside it; a backup is a copy that none of the peers makes. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('backup'))
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
