import { Worker } from 'node:worker_threads';
import { shippedFile } from '#main/ports/shipped-files.ts';
import type { AsideAnswer, AsideTask, StateSum } from './aside-task.ts';

/** What takes seconds in a large office and must not hold up its windows. */
export type Aside = {
  /** As `Store.backup`. @throws when the copy cannot be made */
  backup(to: string): Promise<number>;
  /** Sums up what the lists show at one moment. */
  stateSum(): Promise<StateSum>;
};

/** From the sources, or from the bundle beside which it is built. */
const program = import.meta.url.endsWith('.ts')
  ? new URL('aside-worker.ts', import.meta.url)
  : shippedFile('dist/electron/aside-worker.js');

export function asideOf(database: { readonly file: string; readonly key: Buffer }): Aside {
  const { file } = database;
  const key = new Uint8Array(database.key);
  return {
    backup: async (to) => (await run({ file, key, kind: 'backup', to })) as number,
    stateSum: async () => (await run({ file, key, kind: 'state-sum' })) as StateSum,
  };
}

function run(task: AsideTask): Promise<number | StateSum> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: task });
    worker.once('message', (answer: AsideAnswer) =>
      answer.ok ? resolve(answer.value) : reject(new Error(answer.error)),
    );
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread ended without an answer')));
  });
}
