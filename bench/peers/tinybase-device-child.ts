import { setTimeout as sleep } from 'node:timers/promises';
import { createWsSynchronizer } from 'tinybase/synchronizers/synchronizer-ws-client';
import { WebSocket } from 'ws';
import { type PeerDevice, runDevice } from '../sync/device.ts';
import { openKept } from './tinybase-store.ts';

/** How long an answer may take, in seconds. */
const PATIENCE = 600;

await runDevice(async (folder, url): Promise<PeerDevice> => {
  const { store, persister } = await openKept(folder, 'client.db');
  const connect = async () => {
    const synchronizer = await createWsSynchronizer(store, new WebSocket(`${url}/changes`), PATIENCE);
    await synchronizer.startSync();
  };
  const kept = async (): Promise<number> => Number(await (await fetch(url.replace('ws:', 'http:'))).text());
  return {
    async fill(changes) {
      store.transaction(() => {
        for (const change of changes) store.setRow('changes', change.id, { body: JSON.stringify(change) });
      });
      await persister.save();
    },
    async push() {
      await connect();
      // The protocol has no receipt, so the server is asked beside it.
      while ((await kept()) < store.getRowIds('changes').length) await sleep(100);
    },
    async pull(count) {
      await connect();
      while (store.getRowIds('changes').length < count) await sleep(5);
      await persister.save();
    },
    async close() {
      await persister.destroy();
      process.exit();
    },
  };
});
