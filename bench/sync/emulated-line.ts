import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Line } from './ends.ts';

/** What a line carries each way. */
export type Profile = {
  readonly title: string;
  readonly kilobitsPerSecond: number;
  readonly roundTripMs: number;
  readonly lossPerMille: number;
};

export const profiles: readonly Profile[] = [
  { title: '1 Mbit/s, round trip 100 ms', kilobitsPerSecond: 1_000, roundTripMs: 100, lossPerMille: 0 },
  {
    title: '256 kbit/s, round trip 400 ms, 1 % loss',
    kilobitsPerSecond: 256,
    roundTripMs: 400,
    lossPerMille: 10,
  },
];

/** Does work over a line between two network namespaces of its own, which only root may make. */
export async function overLine<T>(profile: Profile, work: (line: Line) => Promise<T>): Promise<T> {
  const [device, server] = ['device', 'server'].map((end) => `mot-cua-${end}-${process.pid}`);
  const namespaces = [device ?? '', server ?? ''] as const;
  const { kilobitsPerSecond, roundTripMs, lossPerMille } = profile;
  for (const namespace of namespaces) execFileSync('ip', ['netns', 'add', namespace]);
  try {
    const program = path.join(import.meta.dirname, 'emulated-line.py');
    const words = [...namespaces, ...[kilobitsPerSecond, roundTripMs, lossPerMille].map(String)];
    const emulator = spawn('python3', [program, ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(emulator, 'exit');
    const ready = once(emulator.stdout, 'data');
    await Promise.race([
      ready,
      ended.then(() => {
        throw new Error('the line did not open');
      }),
    ]);
    try {
      return await work({ host: '10.77.0.2', device: namespaces[0], server: namespaces[1] });
    } finally {
      emulator.stdin.end();
      await ended;
    }
  } finally {
    for (const namespace of namespaces) execFileSync('ip', ['netns', 'delete', namespace]);
  }
}
