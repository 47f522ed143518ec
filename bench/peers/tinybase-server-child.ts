import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMergeableStore } from 'tinybase';
import { Status } from 'tinybase/persisters';
import { createWsServerSimple } from 'tinybase/synchronizers/synchronizer-ws-server-simple';
import { WebSocket, WebSocketServer } from 'ws';
import { closeServer, serve } from '../sync/serve.ts';
import { joinOver, type Kept, openKept, sizeOf } from './tinybase-store.ts';

/**
 * A server of TinyBase passes messages on, and its own stores are one more end. `createWsServer` with a persister keeps
 * the answer to its first question from itself until its patience is over, which no slow line leaves it.
 */
const [folder = '', host = ''] = process.argv.slice(2);
const stores = new Map<string, Promise<Kept>>();
/** `/<name>` opens a store, and says how many changes of it are on the disk. */
const server = createServer(async (request, reply) => {
  const name = request.url?.slice(1) ?? '';
  const opening = stores.get(name) ?? opened(name);
  stores.set(name, opening);
  const kept = await opening;
  reply.end(String(kept.persister.getStatus() === Status.Idle ? sizeOf(kept) : 0));
});
/** The stores' own way in, so that only what devices send is counted. */
const inner = createServer();
const sockets = new WebSocketServer({ noServer: true, maxPayload: 2 ** 30 });
for (const each of [server, inner]) {
  each.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      sockets.emit('connection', webSocket, request),
    ),
  );
}
createWsServerSimple(sockets);
await new Promise<void>((resolve) => inner.listen(0, '127.0.0.1', resolve));

async function opened(name: string): Promise<Kept> {
  const kept = await openKept(folder, name);
  const { port } = inner.address() as AddressInfo;
  const address = `ws://127.0.0.1:${port}/${name}`;
  // Until somebody has answered its first question a store takes nothing, so an empty one is there to answer.
  const opener = new WebSocket(address);
  void (await joinOver(opener, createMergeableStore())).startSync();
  await (await joinOver(new WebSocket(address), kept.store)).startSync();
  opener.terminate();
  return kept;
}

serve(server, host, async () => {
  await closeServer(server);
  process.exit();
});
