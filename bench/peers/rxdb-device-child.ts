import { createRxDatabase } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { type Change, type PeerDevice, runDevice } from '../sync/device.ts';

const BATCH = 500;

await runDevice(async (_folder, url): Promise<PeerDevice> => {
  const database = await createRxDatabase({ name: 'changes', storage: getRxStorageMemory() });
  const { changes: collection } = await database.addCollections({
    changes: {
      schema: {
        version: 0,
        primaryKey: 'id',
        type: 'object',
        properties: {
          id: { type: 'string', maxLength: 40 },
          office: { type: 'string' },
          device: { type: 'string' },
          deviceSeq: { type: 'integer' },
          kind: { type: 'string' },
          version: { type: 'integer' },
          stream: { type: 'string' },
          base: { type: 'integer' },
          actor: { type: 'string' },
          at: { type: 'string' },
          clock: { type: 'string' },
          payload: { type: 'object', additionalProperties: true },
        },
        required: ['id'],
      },
    },
  });
  const replicate = async (ends: object): Promise<void> => {
    const state = replicateRxCollection({
      collection,
      replicationIdentifier: url,
      live: false,
      retryTime: 1_000,
      ...ends,
    });
    state.error$.subscribe((error: unknown) => {
      throw error;
    });
    await state.awaitInitialReplication();
  };
  const post = async (rows: readonly unknown[]): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(`${url}/push`, { method: 'POST', headers, body: JSON.stringify(rows) });
    return reply.json();
  };
  const get = async (checkpoint: { readonly after: number } | undefined): Promise<unknown> => {
    const page = (await (await fetch(`${url}/pull/${checkpoint?.after ?? 0}`)).json()) as {
      readonly documents: readonly Change[];
      readonly checkpoint: number | null;
    };
    const documents = page.documents.map((document) => ({ ...document, _deleted: false }));
    return { documents, checkpoint: page.checkpoint === null ? checkpoint : { after: page.checkpoint } };
  };
  return {
    async fill(changes) {
      await collection.bulkInsert(changes);
    },
    push: () => replicate({ push: { handler: post, batchSize: BATCH } }),
    async pull(count) {
      await replicate({ pull: { handler: get, batchSize: BATCH } });
      const arrived = await collection.count().exec();
      if (arrived !== count) throw new Error(`${arrived} of ${count} arrived`);
    },
    async close() {
      await database.close();
    },
  };
});
