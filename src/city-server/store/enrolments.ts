import { and, eq, gt, sql } from 'drizzle-orm';
import type { Queries } from './database.ts';
import { devices, enrolmentCodes } from './schema.ts';

/** Enrolment codes and the devices they let in. Codes and tokens are kept as hashes only. */

export async function saveCode(
  queries: Queries,
  code: {
    readonly office: string;
    readonly codeHash: string;
    readonly expiresAt: Date;
    readonly uses: number;
  },
): Promise<void> {
  const { office, codeHash, expiresAt, uses: usesLeft } = code;
  await queries
    .insert(enrolmentCodes)
    .values({ office, codeHash, expiresAt, usesLeft })
    .onConflictDoUpdate({
      target: [enrolmentCodes.office, enrolmentCodes.codeHash],
      set: { expiresAt, usesLeft },
    });
}

/** Takes one use of a code that is still good. @returns its commune, undefined when there is no such code */
export async function useCode(queries: Queries, codeHash: string, now: Date): Promise<string | undefined> {
  const [row] = await queries
    .update(enrolmentCodes)
    .set({ usesLeft: sql`${enrolmentCodes.usesLeft} - 1` })
    .where(
      and(
        eq(enrolmentCodes.codeHash, codeHash),
        gt(enrolmentCodes.expiresAt, now),
        gt(enrolmentCodes.usesLeft, 0),
      ),
    )
    .returning({ office: enrolmentCodes.office });
  return row?.office;
}

export type StoredDevice = {
  readonly office: string;
  readonly device: string;
  readonly tokenHash: string;
  readonly revoked: boolean;
};

export async function findDevice(
  queries: Queries,
  office: string,
  device: string,
): Promise<StoredDevice | undefined> {
  const [row] = await queries
    .select()
    .from(devices)
    .where(and(eq(devices.office, office), eq(devices.device, device)));
  return row && { office, device, tokenHash: row.tokenHash, revoked: row.revokedAt !== null };
}

/** A device that enrols again gets a new token and its old one ends. */
export async function saveDevice(
  queries: Queries,
  device: {
    readonly office: string;
    readonly device: string;
    readonly name: string;
    readonly tokenHash: string;
    readonly enrolledAt: Date;
  },
): Promise<void> {
  await queries
    .insert(devices)
    .values(device)
    .onConflictDoUpdate({
      target: [devices.office, devices.device],
      set: { name: device.name, tokenHash: device.tokenHash, enrolledAt: device.enrolledAt },
    });
}

export async function revokeDevice(
  queries: Queries,
  office: string,
  device: string,
  now: Date,
): Promise<void> {
  await queries
    .update(devices)
    .set({ revokedAt: now })
    .where(and(eq(devices.office, office), eq(devices.device, device)));
}
