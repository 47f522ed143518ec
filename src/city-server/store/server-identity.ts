import { randomBytes, randomUUID } from 'node:crypto';
import type { Queries } from './database.ts';
import { server } from './schema.ts';

/** Who this server is to its devices, made once with its database. A device pins the id. */
export type ServerIdentity = { readonly serverId: string; readonly receiptKey: Buffer };

export async function readServerIdentity(queries: Queries): Promise<ServerIdentity> {
  await queries
    .insert(server)
    .values({ serverId: randomUUID(), receiptKey: randomBytes(32).toString('hex') })
    .onConflictDoNothing();
  const [row] = await queries.select().from(server);
  if (!row) throw new Error('the server row is missing');
  return { serverId: row.serverId, receiptKey: Buffer.from(row.receiptKey, 'hex') };
}
