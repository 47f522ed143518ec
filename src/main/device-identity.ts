import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type AnyId, asId, type DeviceId, type NewId } from '#shared/kernel/ids.ts';

/**
 * Who this machine is among those of its office: made at the first start, kept beside the database, because the
 * database's own sequence is counted per device.
 */
export function deviceIdentity(dataDir: string, newId: NewId): DeviceId {
  const file = path.join(dataDir, 'device.json');
  const known = knownDevice(dataDir);
  if (known !== undefined) return known;
  const deviceId = newId<DeviceId>();
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ deviceId }), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return deviceId;
}

/** @returns undefined for a folder that is no machine yet */
export function knownDevice(dataDir: string): DeviceId | undefined {
  const file = path.join(dataDir, 'device.json');
  if (!existsSync(file)) return undefined;
  const { deviceId } = JSON.parse(readFileSync(file, 'utf8')) as { readonly deviceId: string };
  return asId<DeviceId>(deviceId);
}

/**
 * Goes on under the identity of a machine that is gone.
 * @returns false when this folder is another machine already
 */
export function takeIdentity(dataDir: string, device: string): boolean {
  return deviceIdentity(dataDir, <T extends AnyId>() => asId<T>(device)) === device;
}
