import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Queries } from './database.ts';
import { devices, server } from './schema.ts';

/** X25519: devices seal their exports for it. */
export type SealingKey = {
  readonly privateKey: KeyObject;
  /** SPKI DER in base64. */
  readonly publicKey: string;
};

/** Made when a server first starts with it; two that start together agree on the first. */
export async function readSealingKey(queries: Queries): Promise<SealingKey> {
  const made = generateKeyPairSync('x25519').privateKey.export({ format: 'der', type: 'pkcs8' });
  await queries
    .update(server)
    .set({ sealingKey: made.toString('base64') })
    .where(isNull(server.sealingKey));
  const [row] = await queries.select({ key: server.sealingKey }).from(server);
  if (!row?.key) throw new Error('the server row is missing');
  const privateKey = createPrivateKey({
    key: Buffer.from(row.key, 'base64'),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
  return { privateKey, publicKey };
}

/** What a device signs its exports with, SPKI DER in base64. The last one told holds. */
export async function saveDeviceKey(
  queries: Queries,
  { office, device }: { readonly office: string; readonly device: string },
  signingKey: string,
): Promise<void> {
  await queries
    .update(devices)
    .set({ signingKey })
    .where(and(eq(devices.office, office), eq(devices.device, device)));
}

export async function findDeviceKey(
  queries: Queries,
  office: string,
  device: string,
): Promise<{ readonly signingKey: string; readonly revoked: boolean } | undefined> {
  const [row] = await queries
    .select({ signingKey: devices.signingKey, revokedAt: devices.revokedAt })
    .from(devices)
    .where(and(eq(devices.office, office), eq(devices.device, device)));
  return row?.signingKey ? { signingKey: row.signingKey, revoked: row.revokedAt !== null } : undefined;
}
