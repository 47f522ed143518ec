import { type Child, startChildIn } from '../child.ts';
import type { Contender } from './contender.ts';
import type { Transfer } from './device.ts';
import type { ServerUse } from './serve.ts';

/** What lies between the ends: the address of the server, and the network namespaces the ends run in. */
export type Line = { readonly host: string; readonly server?: string; readonly device?: string };

/** What the devices of a round are given. */
export type Load = {
  /** The changes, one a line. */
  readonly payload: string;
  readonly changes: number;
  readonly line: Line;
  /** What one way may take; without it, as long as it takes. */
  readonly limitSeconds?: number;
};

/** The changes carried one way, and what both ends used for it. */
export type Leg = Transfer & {
  readonly serverCpuSeconds: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
};

/** The server of a contender, in a process of its own, and the devices that come to it. */
export type Ends = {
  fill(folder: string): Promise<void>;
  /** A device that stands ready for its word. */
  ready(task: 'push' | 'pull', folder: string): Promise<Child>;
  /** @throws when it does not come to an end within the limit, or a process ends before it */
  carry(task: 'push' | 'pull', folder: string): Promise<Leg>;
  use(): Promise<ServerUse>;
  close(): Promise<void>;
  /** Ends whatever still runs. */
  kill(): void;
};

/** @param database a folder for the server, or the address of its database */
export async function openEnds(contender: Contender, database: string, load: Load): Promise<Ends> {
  const { payload, changes, line, limitSeconds } = load;
  const server = startChildIn({ namespace: line.server }, contender.server, database, line.host);
  const url = await server.answer<string>();
  const place = { namespace: line.device, nodeFlags: contender.deviceFlags ?? [] };
  const running = new Set([server]);
  const start = (task: 'fill' | 'push' | 'pull', folder: string): Child => {
    const child = startChildIn(place, contender.device, task, folder, url, payload, String(changes));
    running.add(child);
    return child;
  };
  const use = (): Promise<ServerUse> => server.ask<ServerUse>('use');
  const ready: Ends['ready'] = async (task, folder) => {
    const child = start(task, folder);
    await child.answer<string>();
    return child;
  };
  return {
    use,
    ready,
    fill: (folder) => start('fill', folder).ended(),
    async carry(task, folder) {
      const child = await ready(task, folder);
      const before = await use();
      const used = await within(limitSeconds, task, child.ask<Transfer>('go'));
      const after = await use();
      await child.ended();
      return {
        ...used,
        serverCpuSeconds: after.cpuSeconds - before.cpuSeconds,
        bytesUp: after.bytesIn - before.bytesIn,
        bytesDown: after.bytesOut - before.bytesOut,
      };
    },
    async close() {
      await server.ask('end');
      await server.ended();
    },
    kill() {
      for (const each of running) each.kill();
    },
  };
}

async function within<T>(seconds: number | undefined, what: string, work: Promise<T>): Promise<T> {
  if (seconds === undefined) return work;
  const { promise: tooLong, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error(`its ${what} did not end in ${seconds} s`)),
    seconds * 1000,
  );
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
