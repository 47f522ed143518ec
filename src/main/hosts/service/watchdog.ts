import { Worker } from 'node:worker_threads';

/** A core at work may be busy for a minute, over a first sync or a check of a large database; never for three. */
const SILENCE_MS = 3 * 60_000;
const BEATS_IN_SILENCE = 20;

export type Watched = {
  /** Shared with the thread that watches; its first place counts the beats. */
  readonly beats: SharedArrayBuffer;
  readonly silenceMs: number;
};

/**
 * Ends this process when it no longer works, so that the service manager starts it anew: a thread of its own waits for
 * a sign of life, which a blocked main thread cannot give. Nothing is lost by it, as by a power cut.
 * @param isWell asked regularly; an exception or false is no sign of life
 * @param silenceMs without a sign of life
 */
export function startWatchdog(isWell: () => boolean, silenceMs: number = SILENCE_MS): () => void {
  const beats = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const count = new Int32Array(beats);
  const watched: Watched = { beats, silenceMs };
  const worker = new Worker(new URL('./watchdog-worker.ts', import.meta.url), { workerData: watched });
  worker.unref();
  const beat = (): void => {
    if (!wellOrNot(isWell)) return;
    Atomics.add(count, 0, 1);
    Atomics.notify(count, 0);
  };
  const timer = setInterval(beat, silenceMs / BEATS_IN_SILENCE);
  timer.unref();
  return () => {
    clearInterval(timer);
    void worker.terminate();
  };
}

function wellOrNot(isWell: () => boolean): boolean {
  try {
    return isWell();
  } catch {
    return false;
  }
}
