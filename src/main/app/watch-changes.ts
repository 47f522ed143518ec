import { type Change, changeSchema } from '#shared/contract/changes.ts';
import type { App } from './app.ts';

const topics = changeSchema.shape.topic;

/**
 * Tells a window which topics changed, until it goes away. Changes of one topic that nobody has fetched yet are one:
 * a slow window never makes a queue grow.
 */
export async function* watchChanges(app: App, signal: AbortSignal | undefined): AsyncGenerator<Change> {
  const pending = new Set<Change['topic']>();
  let wake = (): void => {};
  const tell = (topic: string): void => {
    const known = topics.safeParse(topic);
    if (known.success) pending.add(known.data);
    wake();
  };
  const stopStore = app.store.onCommit((changed) => {
    for (const topic of changed) tell(topic);
  });
  const stopSync = app.sync.onChange(() => tell('sync'));
  const stopCopy = app.secondCopy.onChange(() => tell('sync'));
  const onAbort = (): void => wake();
  signal?.addEventListener('abort', onAbort);
  try {
    while (!signal?.aborted) {
      const next = [...pending];
      pending.clear();
      for (const topic of next) yield { topic, id: '' };
      if (pending.size > 0) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (signal?.aborted) resolve();
      });
    }
  } finally {
    stopStore();
    stopSync();
    stopCopy();
    signal?.removeEventListener('abort', onAbort);
  }
}
