import { readFileSync } from 'node:fs';
import { peakMiB } from '../peak-memory.ts';

/** What carrying the changes one way cost the process of a device. */
export type Transfer = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The highest resident memory of the process. */
  readonly peakMiB: number;
};

/** One change as all contenders carry it: an envelope as JSON. */
export type Change = { readonly id: string; readonly [key: string]: unknown };

/** A device of another engine, opened on its folder. */
export type PeerDevice = {
  /** Writes the changes as local work. Not measured. */
  fill(changes: readonly Change[]): Promise<void> | void;
  /** Until the server has taken all of them and the device knows. */
  push(): Promise<void>;
  /** Until the device has this many. */
  pull(count: number): Promise<void>;
  close(): Promise<void> | void;
};

/**
 * Runs a device in a process of its own: `push <folder> <url> <payload> <changes>` fills it, says `filled`, waits for a word and
 * drains it, `pull` begins with an empty folder; both say their {@link Transfer}.
 */
export async function runDevice(
  open: (folder: string, url: string) => Promise<PeerDevice> | PeerDevice,
): Promise<void> {
  const [task = '', folder = '', url = '', payload = '', count = ''] = process.argv.slice(2);
  const lines = readFileSync(payload, 'utf8').split('\n').slice(0, Number(count));
  const device = await open(folder, url);
  if (task === 'push') await device.fill(lines.map((line) => JSON.parse(line) as Change));
  await said('filled');
  process.send?.(await measured(() => (task === 'push' ? device.push() : device.pull(lines.length))));
  await device.close();
  process.disconnect?.();
}

/** Tells the bench that the device stands ready, and waits for its word. */
export async function said(word: string): Promise<void> {
  const go = new Promise((resolve) => process.once('message', resolve));
  process.send?.(word);
  await go;
}

export async function measured(work: () => Promise<void>): Promise<Transfer> {
  const used = process.cpuUsage();
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(used);
  return { seconds, cpuSeconds: (user + system) / 1e6, peakMiB: peakMiB() };
}
