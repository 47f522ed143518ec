import path from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { type Change, type PeerDevice, runDevice } from './device.ts';
import { FLOOR_BATCH, packed } from './floor-batch.ts';
import { openFloor } from './floor-database.ts';

/**
 * The floor: what any durable protocol must at least do, over raw better-sqlite3 without encryption, validation,
 * receipts or projections. Reads a batch, packs it, sends it, waits until it is on the server's disk, notes that.
 */
await runDevice((folder, url): PeerDevice => {
  const sqlite = openFloor(path.join(folder, 'client.db'));
  const insert = sqlite.prepare<[string, number | null]>('INSERT INTO rows (body, number) VALUES (?, ?)');
  const next = sqlite.prepare<[], { id: number; body: string }>(
    `SELECT id, body FROM rows WHERE number IS NULL ORDER BY id LIMIT ${FLOOR_BATCH}`,
  );
  const note = sqlite.prepare<[number, number]>('UPDATE rows SET number = ? WHERE id = ?');
  return {
    fill: (changes) =>
      sqlite.transaction(() => {
        for (const change of changes) insert.run(JSON.stringify(change), null);
      })(),
    async push() {
      for (let rows = next.all(); rows.length > 0; rows = next.all()) {
        const body = packed(`[${rows.map((row) => row.body).join(',')}]`);
        const reply = await fetch(url, { method: 'POST', body });
        const numbers = (await reply.json()) as readonly number[];
        sqlite.transaction(() => {
          for (const [index, row] of rows.entries()) note.run(numbers[index] ?? 0, row.id);
        })();
      }
    },
    async pull(count) {
      let after = 0;
      while (after < count) {
        const reply = await fetch(`${url}/${after}`);
        const rows = JSON.parse(
          zstdDecompressSync(Buffer.from(await reply.arrayBuffer())).toString(),
        ) as readonly { readonly id: number; readonly body: Change }[];
        sqlite.transaction(() => {
          for (const { id, body } of rows) insert.run(JSON.stringify(body), id);
        })();
        after = rows.at(-1)?.id ?? count;
      }
    },
    close() {
      sqlite.close();
    },
  };
});
