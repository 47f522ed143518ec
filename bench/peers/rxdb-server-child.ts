import { createServer, type IncomingMessage } from 'node:http';
import path from 'node:path';
import type { Change } from '../sync/device.ts';
import { openFloor } from '../sync/floor-database.ts';
import { closeServer, serve } from '../sync/serve.ts';

/** The endpoints that the documentation of RxDB describes, over the floor's database: `/push`, `/pull/<after>`. */
const [folder = '', host = ''] = process.argv.slice(2);
const PAGE = 500;
const sqlite = openFloor(path.join(folder, 'server.db'));
sqlite.exec("CREATE UNIQUE INDEX by_id ON rows (json_extract(body, '$.id'))");
const known = sqlite.prepare<[string], { body: string }>(
  "SELECT body FROM rows WHERE json_extract(body, '$.id') = ?",
);
const insert = sqlite.prepare<[string]>('INSERT INTO rows (body) VALUES (?)');
const page = sqlite.prepare<[number], { id: number; body: string }>(
  `SELECT id, body FROM rows WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
);

const server = createServer(async (request, reply) => {
  reply.setHeader('content-type', 'application/json');
  if (request.method === 'GET') {
    const rows = page.all(Number(request.url?.split('/').at(-1)));
    const documents = rows.map((row) => row.body).join(',');
    return reply.end(`{"documents":[${documents}],"checkpoint":${rows.at(-1)?.id ?? 'null'}}`);
  }
  const rows = (await bodyOf(request)) as readonly { readonly newDocumentState: Change }[];
  const conflicts = sqlite.transaction(() =>
    rows.flatMap(({ newDocumentState: document }) => {
      const other = known.get(document.id);
      if (other) return [JSON.parse(other.body) as Change];
      insert.run(JSON.stringify(document));
      return [];
    }),
  )();
  return reply.end(JSON.stringify(conflicts));
});
serve(server, host, async () => {
  await closeServer(server);
  sqlite.close();
});

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}
