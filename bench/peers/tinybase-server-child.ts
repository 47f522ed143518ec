import { createServer } from 'node:http';
import { Status } from 'tinybase/persisters';
import { createWsServer } from 'tinybase/synchronizers/synchronizer-ws-server';
import { WebSocketServer } from 'ws';
import { closeServer, serve } from '../sync/serve.ts';
import { openKept } from './tinybase-store.ts';

const [folder = '', host = ''] = process.argv.slice(2);
const { store, persister } = await openKept(folder, 'server.db');
/** Says how many changes are on its disk. */
const server = createServer((_request, reply) => {
  const isKept = persister.getStatus() === Status.Idle;
  reply.end(String(isKept ? store.getRowIds('changes').length : 0));
});
const sync = createWsServer(new WebSocketServer({ server, maxPayload: 2 ** 30 }), () => persister);
serve(
  server,
  host,
  async () => {
    await sync.destroy();
    await closeServer(server);
    process.exit();
  },
  'ws',
);
