import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { AttachedFile, Model } from './model.ts';
import type { CityContents } from './simulated-city.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import { hold } from './violation.ts';

/** Once nothing moves any more: the bytes of every attached file, where it was attached and at the city. */
export async function checkFiles(
  devices: readonly SimulatedDevice[],
  city: CityContents,
  model: Model,
): Promise<void> {
  const announced = announcedFiles(city);
  for (const device of devices) {
    for (const [fileId, file] of model.device(device.index).files) {
      await readableHere(device, fileId, file);
      if (announced.has(fileId)) atCity(city, fileId, file);
    }
  }
}

/** Of events the city took, and not taken off since. */
function announcedFiles({ feed, dossiers }: CityContents): ReadonlySet<unknown> {
  const takenOff = new Set(
    dossiers
      .flatMap(({ state }) => state?.files ?? [])
      .flatMap((file) => (file.takenOff ? [file.fileId] : [])),
  );
  const attached = feed.flatMap(({ kind, envelope }) =>
    kind === 'file-attached' ? [envelope.payload.fileId] : [],
  );
  return new Set(attached.filter((fileId) => !takenOff.has(String(fileId))));
}

async function readableHere(device: SimulatedDevice, fileId: string, file: AttachedFile): Promise<void> {
  const { core } = device.running;
  const row = device.store.read((reader) => reader.files.one(fileId));
  hold(row !== undefined, 'file-readable', () => `device ${device.index} has no file ${fileId}`);
  let bytes: Buffer;
  try {
    await using reading = await core.vault.read(row.content);
    bytes = await reading.read(0, row.content.size);
  } catch (error) {
    return hold(false, 'file-readable', () => `device ${device.index}: ${fileId} cannot be read: ${error}`);
  }
  hold(isSame(bytes, file), 'file-readable', () => `device ${device.index}: ${fileId} has other bytes`);
}

function atCity(city: CityContents, fileId: string, file: AttachedFile): void {
  const row = city.files.find(({ sha256 }) => sha256 === file.sha256);
  hold(row?.storedAt != null, 'file-at-city', () => `the city waits for the bytes of ${fileId}`);
  const place = city.placeOf(file.sha256);
  const isThere = existsSync(place) && isSame(readFileSync(place), file);
  hold(isThere, 'file-at-city', () => `the city has other bytes of ${fileId}, or none`);
}

function isSame(bytes: Buffer, { sha256, size }: AttachedFile): boolean {
  return bytes.length === size && createHash('sha256').update(bytes).digest('hex') === sha256;
}
