import path from 'node:path';
import http from 'pouchdb-adapter-http';
import leveldb from 'pouchdb-adapter-leveldb';
import PouchDB from 'pouchdb-core';
import replication from 'pouchdb-replication';
import { type PeerDevice, runDevice } from '../sync/device.ts';

/** Ten times the default, which is three times as fast; 64 MB of documents would be the next limit. */
const BATCH = { batch_size: 1_000 };

await runDevice((folder, url): PeerDevice => {
  const Pouch = PouchDB.plugin(leveldb).plugin(http).plugin(replication);
  const database = new Pouch(path.join(folder, 'changes'));
  const remote = new Pouch(`${url}/changes`);
  return {
    async fill(changes) {
      await database.bulkDocs(changes.map((change) => ({ ...change, _id: change.id })));
    },
    async push() {
      const { docs_written: written } = await database.replicate.to(remote, BATCH);
      if (written === 0) throw new Error('nothing was written');
    },
    async pull(count) {
      const { docs_written: written } = await database.replicate.from(remote, BATCH);
      if (written !== count) throw new Error(`${written} of ${count} arrived`);
    },
    close: () => database.close(),
  };
});
