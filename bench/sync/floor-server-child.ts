import { createServer } from 'node:http';
import path from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { FLOOR_BATCH, packed } from './floor-batch.ts';
import { openFloor } from './floor-database.ts';
import { closeServer, serve } from './serve.ts';

/** The other end of the floor: takes a batch in one durable transaction and numbers its rows, gives a batch of rows. */
const [folder = '', host = ''] = process.argv.slice(2);
const sqlite = openFloor(path.join(folder, 'server.db'));
const insert = sqlite.prepare<[string]>('INSERT INTO rows (body) VALUES (?)');
const page = sqlite.prepare<[number], { id: number; body: string }>(
  `SELECT id, body FROM rows WHERE id > ? ORDER BY id LIMIT ${FLOOR_BATCH}`,
);

const server = createServer((request, reply) => {
  if (request.method === 'GET') {
    const rows = page.all(Number(request.url?.slice(1)));
    reply.end(packed(`[${rows.map(({ id, body }) => `{"id":${id},"body":${body}}`).join(',')}]`));
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const bodies = JSON.parse(zstdDecompressSync(Buffer.concat(chunks)).toString()) as readonly object[];
    const numbers = sqlite.transaction(() =>
      bodies.map((body) => Number(insert.run(JSON.stringify(body)).lastInsertRowid)),
    )();
    reply.end(JSON.stringify(numbers));
  });
});
serve(server, host, async () => {
  await closeServer(server);
  sqlite.close();
});
