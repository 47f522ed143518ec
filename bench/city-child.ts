import type { Socket } from 'node:net';
import { composeCity } from '#city/compose.ts';
import { defaultLimits } from '#city/config.ts';
import { seedDemo } from '#city/demo.ts';

/**
 * A city in a process of its own, with the demo commune: on PGlite in the folder named first, or on PostgreSQL when
 * that is an address. Says its own address, and when asked what it has taken; `end` ends it.
 */

export type CityUse = {
  /** Every byte of its connections: requests and replies with their headers. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly cpuSeconds: number;
  readonly rssMiB: number;
};

const where = process.argv[2] ?? '';
const city = await composeCity({
  host: '127.0.0.1',
  port: 0,
  database: where.startsWith('postgres:')
    ? { kind: 'postgres', url: where }
    : { kind: 'pglite', folder: where },
  logLevel: 'silent',
  limits: { ...defaultLimits, requestsPerMinute: 100_000 },
});
await seedDemo(city);
const sockets = new Set<Socket>();
city.app.server.on('connection', (socket: Socket) => sockets.add(socket));
process.on('message', (question) => void answer(question));
process.send?.(await city.listen());

async function answer(question: unknown): Promise<void> {
  const { user, system } = process.cpuUsage();
  const sum = (bytes: (socket: Socket) => number): number =>
    [...sockets].reduce((total, socket) => total + bytes(socket), 0);
  const use: CityUse = {
    bytesIn: sum((socket) => socket.bytesRead),
    bytesOut: sum((socket) => socket.bytesWritten),
    cpuSeconds: (user + system) / 1e6,
    rssMiB: process.memoryUsage.rss() / 2 ** 20,
  };
  process.send?.(use);
  if (question !== 'end') return;
  process.disconnect?.();
  await city.close();
}
