import path from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { startChild } from './child.ts';
import { openFloor } from './floor-database.ts';
import { timedAsync } from './statistics.ts';

const BATCH = 500;

/**
 * The floor: what any durable protocol must at least do, over raw better-sqlite3 without encryption, validation,
 * receipts or projections. Reads a batch, packs it, sends it, waits until it is on the server's disk, notes that.
 * @returns seconds for all lines
 */
export async function pushFloor(folder: string, lines: readonly string[]): Promise<number> {
  const server = startChild('floor-server-child.ts', folder);
  const port = await server.answer<number>();
  const sqlite = openFloor(path.join(folder, 'client.db'));
  const insert = sqlite.prepare<[string]>('INSERT INTO rows (body) VALUES (?)');
  sqlite.transaction(() => {
    for (const line of lines) insert.run(line);
  })();
  const next = sqlite.prepare<[], { id: number; body: string }>(
    `SELECT id, body FROM rows WHERE number IS NULL ORDER BY id LIMIT ${BATCH}`,
  );
  const note = sqlite.prepare<[number, number]>('UPDATE rows SET number = ? WHERE id = ?');
  const milliseconds = await timedAsync(async () => {
    for (let batch = next.all(); batch.length > 0; batch = next.all()) {
      const rows = batch;
      const body = packed(`[${rows.map((row) => row.body).join(',')}]`);
      const reply = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body });
      const numbers = (await reply.json()) as readonly number[];
      sqlite.transaction(() => {
        for (const [index, row] of rows.entries()) note.run(numbers[index] ?? 0, row.id);
      })();
    }
  });
  sqlite.close();
  await server.ask('end');
  await server.ended();
  return milliseconds / 1000;
}

/** As both ends of the app pack: zstd, level 3. */
export function packed(text: string): Buffer<ArrayBuffer> {
  return Buffer.from(zstdCompressSync(text, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }));
}
