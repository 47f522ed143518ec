import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { startChildIn } from '../child.ts';
import type { Contender } from './contender.ts';
import type { Transfer } from './device.ts';
import type { ServerUse } from './serve.ts';

/** The changes carried one way, and what both ends used for it. */
export type Leg = Transfer & {
  readonly serverCpuSeconds: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
};

export type Round = {
  readonly push: Leg;
  readonly pull: Leg;
  /** What the sending device keeps on its disk afterwards, in bytes. */
  readonly databaseBytes: number;
};

/** Where and with what a round works. */
export type Setting = {
  /** A new, empty folder. */
  folder(): string;
  /** A folder for the server, or the address of its database. */
  readonly database: string;
  /** The changes, one a line. */
  readonly payload: string;
  readonly changes: number;
  readonly line?: Line;
};

/** What lies between the ends: the address of the server, and the network namespaces the ends run in. */
export type Line = { readonly host: string; readonly server?: string; readonly device?: string };

const loopback: Line = { host: '127.0.0.1' };

/** Carries changes from one device to a server and on to a second device, each in a process of its own. */
export async function transfer(contender: Contender, setting: Setting): Promise<Round> {
  const { payload, database, line = loopback } = setting;
  const server = startChildIn({ namespace: line.server }, contender.server, database, line.host);
  const url = await server.answer<string>();
  const changes = Math.min(setting.changes, contender.mostChanges ?? setting.changes);
  const place = { namespace: line.device, nodeFlags: contender.deviceFlags ?? [] };
  const start = (task: 'fill' | 'push' | 'pull', folder: string) =>
    startChildIn(place, contender.device, task, folder, url, payload, String(changes));
  const leg = async (task: 'push' | 'pull', folder: string): Promise<Leg> => {
    const child = start(task, folder);
    await child.answer<string>();
    const before = await server.ask<ServerUse>('use');
    const used = await child.ask<Transfer>('go');
    const after = await server.ask<ServerUse>('use');
    await child.ended();
    return {
      ...used,
      serverCpuSeconds: after.cpuSeconds - before.cpuSeconds,
      bytesUp: after.bytesIn - before.bytesIn,
      bytesDown: after.bytesOut - before.bytesOut,
    };
  };
  const folder = setting.folder();
  if (contender.makesPayload) await start('fill', folder).ended();
  const push = await leg('push', folder);
  const databaseBytes = sizeOf(folder);
  const pull = await leg('pull', setting.folder());
  await server.ask('end');
  await server.ended();
  return { push, pull, databaseBytes };
}

/** Of the database and what lies beside it; a backup is a copy that none of the peers makes. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('backup'))
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
