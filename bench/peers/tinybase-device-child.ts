import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { type PeerDevice, runDevice } from '../sync/device.ts';
import { CHANGES_A_STORE, joinOver, type Kept, openKept, sizeOf } from './tinybase-store.ts';

await runDevice((folder, url): PeerDevice => {
  const stores: Kept[] = [];
  const nameOf = (index: number): string => `changes-${index}`;
  const open = async (): Promise<Kept> => {
    const kept = await openKept(folder, nameOf(stores.length));
    stores.push(kept);
    return kept;
  };
  /** The protocol has no receipt, so the server is asked beside it. */
  const keptThere = async (): Promise<number> => {
    const replies = stores.map((_, index) => fetch(`${url}/${nameOf(index)}`).then((reply) => reply.text()));
    return (await Promise.all(replies)).reduce((sum, count) => sum + Number(count), 0);
  };
  const here = (): number => stores.reduce((sum, kept) => sum + sizeOf(kept), 0);
  const synchronize = async (): Promise<void> => {
    await keptThere();
    const address = url.replace('http:', 'ws:');
    await Promise.all(
      stores.map(async ({ store }, index) => {
        const socket = new WebSocket(`${address}/${nameOf(index)}`);
        await (await joinOver(socket, store)).startSync();
      }),
    );
  };
  return {
    async fill(changes) {
      for (let from = 0; from < changes.length; from += CHANGES_A_STORE) {
        const { store, persister } = await open();
        store.transaction(() => {
          for (const change of changes.slice(from, from + CHANGES_A_STORE)) {
            store.setRow('changes', change.id, { body: JSON.stringify(change) });
          }
        });
        await persister.save();
      }
    },
    async push() {
      const started = performance.now();
      await synchronize();
      // Seldom enough not to load a slow line.
      while ((await keptThere()) < here()) await sleep(Math.max(50, (performance.now() - started) / 100));
    },
    async pull(count) {
      while (stores.length * CHANGES_A_STORE < count) await open();
      await synchronize();
      while (here() < count) await sleep(5);
      await Promise.all(stores.map(({ persister }) => persister.save()));
    },
    async close() {
      await Promise.all(stores.map(({ persister }) => persister.destroy()));
      process.exit();
    },
  };
});
