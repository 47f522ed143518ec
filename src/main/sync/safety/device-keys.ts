import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import type { Reader, Store } from '#main/store/types.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Fault } from '../fault.ts';
import type { SafetyClient } from './safety-client.ts';

/** What exports need: this device's own signing key and, once exchanged, the one the city opens them with. */
type DeviceKeys = {
  /** Ed25519, PKCS8 DER in base64. */
  readonly signing: string;
  /** X25519 of the city, SPKI DER in base64. */
  readonly sealing?: string;
  /** The enrolment the keys were exchanged under; another one exchanges them again. */
  readonly token?: string;
};

const KEYS = 'deviceKeys';

/** Exchanges keys once per enrolment. A city that does not know of exports is left alone. */
export async function exchangeKeys(
  store: Store,
  client: SafetyClient,
  token: string,
): Promise<Result<void, Fault>> {
  const known = store.read((reader) => reader.setting<DeviceKeys>(KEYS));
  if (known?.token === token) return ok(undefined);
  const signing = known?.signing ?? newKey();
  const reply = await client.tellKey(publicHalf(signing));
  if (!reply.ok) return reply.error.code === 'city/malformed' ? ok(undefined) : reply;
  const { sealing } = reply.value;
  store.write((writer) => writer.saveSetting(KEYS, { signing, sealing, token } satisfies DeviceKeys));
  return ok(undefined);
}

/** @returns undefined until this device has met a city that takes exports */
export function exportKeys(
  reader: Reader,
):
  | { readonly signing: KeyObject; readonly sealing: string; readonly replyKey: (id: string) => Buffer }
  | undefined {
  const keys = reader.setting<DeviceKeys>(KEYS);
  if (!keys?.sealing) return undefined;
  const secret = Buffer.from(keys.signing, 'base64');
  return {
    signing: createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' }),
    sealing: keys.sealing,
    // Made again from the export's id, so that exporting writes nothing and works beside a running core.
    replyKey: (id) => Buffer.from(hkdfSync('sha256', secret, id, 'mot-cua-ho-tich export reply 1', 32)),
  };
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

function publicHalf(signing: string): string {
  const key = createPrivateKey({ key: Buffer.from(signing, 'base64'), format: 'der', type: 'pkcs8' });
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
}
