import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { addToStateSum, emptyStateSum } from '#shared/sync/state-sum.ts';
import type { AsideAnswer, AsideTask, StateSum } from './aside-task.ts';
import { type InspectedStore, inspectStore } from './inspect.ts';

/** Does one task and ends. */
const task = workerData as AsideTask;
parentPort?.postMessage(answer());

function answer(): AsideAnswer {
  try {
    const store = inspectStore({ file: task.file, key: Buffer.from(task.key) });
    if (!store.ok) return { ok: false, error: store.error.map((each) => each.message).join(' ') };
    try {
      return { ok: true, value: task.kind === 'backup' ? store.value.backup(task.to) : sumOf(store.value) };
    } finally {
      store.value.close();
    }
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

function sumOf(store: InspectedStore): StateSum {
  return store.read((reader) => {
    const sum = emptyStateSum();
    for (const line of reader.safety.stateLines()) {
      addToStateSum(sum, createHash('sha256').update(line).digest());
    }
    return { feedSeq: reader.syncCursor().feedSeq, sum };
  });
}
