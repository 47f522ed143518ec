import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { isNull } from 'drizzle-orm';
import type { Queries } from './database.ts';
import { server } from './schema.ts';

/** Who this server is to its devices, made once with its database. A device pins the id and the public key. */
export type ServerIdentity = {
  readonly serverId: string;
  /** Ed25519; signs receipts. */
  readonly signingKey: KeyObject;
  /** Its public half, SPKI DER in base64. */
  readonly receiptKey: string;
};

export async function readServerIdentity(queries: Queries): Promise<ServerIdentity> {
  const made = { serverId: randomUUID(), receiptKey: randomBytes(32).toString('hex'), signingKey: newKey() };
  await queries.insert(server).values(made).onConflictDoNothing();
  // A server from before signatures gets its key now; two that start together agree on the first.
  await queries.update(server).set({ signingKey: made.signingKey }).where(isNull(server.signingKey));
  const [row] = await queries.select().from(server);
  if (!row?.signingKey) throw new Error('the server row is missing');
  const key = Buffer.from(row.signingKey, 'base64');
  const signingKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  const receiptKey = createPublicKey(signingKey).export({ format: 'der', type: 'spki' }).toString('base64');
  return { serverId: row.serverId, signingKey, receiptKey };
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}
