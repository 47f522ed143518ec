import { createServer } from 'node:http';
import { WebSocketServerAdapter } from '@automerge/automerge-repo-network-websocket';
import { WebSocketServer } from 'ws';
import { closeServer, serve } from '../sync/serve.ts';
import { openRepo, sizeOf } from './automerge-repo.ts';

/** Says which documents it has, and how many changes of them are in its files. */
export type Held = { readonly documents: readonly string[]; readonly changes: number };

const [folder = '', host = ''] = process.argv.slice(2);
const server = createServer(async (_request, reply) => {
  const handles = Object.values(repo.handles).filter((handle) => handle.isReady());
  const changes = handles.reduce((sum, handle) => sum + sizeOf(handle.doc()), 0);
  await repo.flush(handles.map(({ documentId }) => documentId));
  reply.end(JSON.stringify({ documents: handles.map(({ url }) => url), changes } satisfies Held));
});
const repo = openRepo(folder, false, [new WebSocketServerAdapter(new WebSocketServer({ server }))]);
serve(server, host, async () => {
  await closeServer(server);
  process.exit();
});
