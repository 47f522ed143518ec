import { parentPort, workerData } from 'node:worker_threads';
import type { AsideAnswer, AsideTask } from './aside-task.ts';
import { inspectStore } from './inspect.ts';
import { stateSumOf } from './state-sum-of.ts';

/** Does one task and ends. */
const task = workerData as AsideTask;
parentPort?.postMessage(answer());

function answer(): AsideAnswer {
  try {
    const store = inspectStore({ file: task.file, key: Buffer.from(task.key) });
    if (!store.ok) return { ok: false, error: store.error.map((each) => each.message).join(' ') };
    try {
      return {
        ok: true,
        value: task.kind === 'backup' ? store.value.backup(task.to) : store.value.read(stateSumOf),
      };
    } finally {
      store.value.close();
    }
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
