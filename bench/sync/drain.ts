import { setTimeout as sleep } from 'node:timers/promises';
import { openPglite } from '#city/store/database.ts';
import { MAX_BATCH_EVENTS } from '#shared/sync/protocol.ts';
import type { Contender } from './contender.ts';
import { type Ends, type Load, openEnds } from './ends.ts';

/** What a device needed to bring a whole backlog to the city, killed once on the way, and what the city holds then. */
export type Drained = {
  readonly seconds: number;
  /** That the city answered: batches, and a few that ask. */
  readonly requests: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
  /** The highest of the device that ended the drain, in MiB. */
  readonly devicePeakMiB: number;
  readonly cityMiB: number;
  /** Events of the backlog that are not in the feed. */
  readonly lost: number;
  /** Rows of the feed beyond one for each event. */
  readonly doubled: number;
};

/** @param folder makes a new, empty folder */
export async function drain(own: Contender, folder: () => string, load: Load): Promise<Drained> {
  const database = folder();
  const device = folder();
  const ends = await openEnds(own, database, load);
  try {
    await ends.fill(device);
    const before = await ends.use();
    const started = performance.now();
    await killedHalfway(ends, device, before.requests + load.changes / MAX_BATCH_EVENTS / 2);
    const { peakMiB } = await ends.carry('push', device);
    const seconds = (performance.now() - started) / 1000;
    const after = await ends.use();
    await ends.close();
    return {
      seconds,
      requests: after.requests - before.requests,
      bytesUp: after.bytesIn - before.bytesIn,
      bytesDown: after.bytesOut - before.bytesOut,
      devicePeakMiB: peakMiB,
      cityMiB: after.rssMiB,
      ...(await counted(database, load.changes)),
    };
  } catch (error) {
    ends.kill();
    throw error;
  }
}

/** Starts the drain and ends the device's process while a batch is under way. */
async function killedHalfway(ends: Ends, folder: string, requests: number): Promise<void> {
  const device = await ends.ready('push', folder);
  device.tell('go');
  while ((await ends.use()).requests < requests) await sleep(50);
  device.kill();
  await device.ended();
}

/** By the numbers that the device gave its events, from 1 on. */
async function counted(database: string, events: number): Promise<Pick<Drained, 'lost' | 'doubled'>> {
  const city = await openPglite(database);
  try {
    const [row] = await city.session((session) =>
      session.rows<{ rows: number; numbers: number }>(
        `SELECT count(*)::int AS rows, count(DISTINCT device_seq) FILTER (WHERE device_seq <= $1)::int AS numbers
           FROM feed`,
        [events],
      ),
    );
    const { rows, numbers } = row ?? { rows: 0, numbers: 0 };
    return { lost: events - numbers, doubled: rows - numbers };
  } finally {
    await city.close();
  }
}

export function told(over: string, drained: Drained): string {
  const { seconds, requests, bytesUp, bytesDown, devicePeakMiB, cityMiB, lost, doubled } = drained;
  const megabytes = [bytesUp, bytesDown].map((bytes) => (bytes / 1e6).toFixed(1));
  const cells = [
    over,
    seconds.toFixed(0),
    requests,
    ...megabytes,
    devicePeakMiB.toFixed(0),
    cityMiB.toFixed(0),
  ];
  return `| ${[...cells, lost, doubled].join(' | ')} |`;
}

export const drainHeadings: readonly string[] = [
  '| Line | s | requests | up MB | down MB | device peak MiB | city MiB | lost | doubled |',
  '|---|---|---|---|---|---|---|---|---|',
];
