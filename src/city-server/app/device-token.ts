import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '../store/database.ts';
import { findDevice } from '../store/enrolments.ts';
import type { Sender } from './push.ts';

/** SHA-256, hex: enough for secrets of 256 random bits. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** `<office>.<device>.<secret>`: names its row, so that no index spans communes. */
export function newToken(sender: Sender): string {
  return `${sender.office}.${sender.device}.${randomBytes(32).toString('base64url')}`;
}

export type Authentication =
  | { readonly ok: true; readonly sender: Sender }
  | { readonly ok: false; readonly status: 401 | 403; readonly code: 'city/unauthorised' | 'sync/revoked' };

/** @param header the request's `Authorization` */
export async function authenticate(database: Database, header: string | undefined): Promise<Authentication> {
  const token = /^Bearer (\S+)$/.exec(header ?? '')?.[1] ?? '';
  const [office, device] = [token.split('.').slice(0, -2).join('.'), token.split('.').at(-2) ?? ''];
  const known = z.uuid().safeParse(device).success
    ? await findDevice(database.queries, office, device)
    : undefined;
  if (!known || !sameHash(known.tokenHash, hashSecret(token))) {
    return { ok: false, status: 401, code: 'city/unauthorised' };
  }
  if (known.revoked) return { ok: false, status: 403, code: 'sync/revoked' };
  return { ok: true, sender: { office, device } };
}

function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')];
  return left.length === right.length && timingSafeEqual(left, right);
}
