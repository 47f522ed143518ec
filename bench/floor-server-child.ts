import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { openFloor } from './floor-database.ts';

/** The other end of the floor: takes a batch in one durable transaction and numbers its rows. */
const sqlite = openFloor(path.join(process.argv[2] ?? '', 'server.db'));
const insert = sqlite.prepare<[string]>('INSERT INTO rows (body) VALUES (?)');

const server = createServer((request, reply) => {
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
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('message', () => {
  process.send?.('ended');
  process.disconnect?.();
  server.close();
  server.closeAllConnections();
  sqlite.close();
});
