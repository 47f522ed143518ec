import { setTimeout } from 'node:timers/promises';
import { openCore, signIn } from './bench-core.ts';

/** Starts a core over the folder named first, answers the first worklist, then sits idle. */

export type CoreStart = {
  /** From the start of the process to the answer of the first worklist. */
  readonly readyMs: number;
  /** The part of it that is not loading the program: from opening the data to that answer. */
  readonly openMs: number;
  /** Resident memory after three idle seconds. */
  readonly idleMiB: number;
};

const IDLE_MS = 3_000;

const loaded = performance.now();
const core = await openCore(process.argv[2] ?? '');
const window = await signIn(core, 'hotich');
await window.dossiers.list({ worklist: 'review' });
const readyMs = performance.now();
await window.search.find({ text: 'nguyen thi' });
await setTimeout(IDLE_MS);
const start: CoreStart = { readyMs, openMs: readyMs - loaded, idleMiB: process.memoryUsage.rss() / 2 ** 20 };
core.store.close();
process.send?.(start);
process.disconnect?.();
