import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { Watched } from './watchdog.ts';

/** Waits for signs of life of the main thread and ends the process when none comes. */

const { beats, silenceMs } = workerData as Watched;
const count = new Int32Array(beats);
const STDERR = 2;

// A machine that wakes up counts its sleep as silence; a living core beats right away after it.
while (beatsAgain(silenceMs) || beatsAgain(silenceMs / 2)) {
  // The next one is waited for anew.
}
writeSync(
  STDERR,
  `Lõi không còn trả lời trong ${Math.round(silenceMs / 1000)} giây: kết thúc để khởi động lại.\n`,
);
process.kill(process.pid, 'SIGKILL');

function beatsAgain(withinMs: number): boolean {
  return Atomics.wait(count, 0, Atomics.load(count, 0), withinMs) !== 'timed-out';
}
