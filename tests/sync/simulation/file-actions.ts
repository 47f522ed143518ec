import { createHash } from 'node:crypto';
import { dossierAt } from './desk-actions.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import type { World } from './world.ts';

/** Crosses the line in one request, or in two. */
const SIZES = [300, 300, 300, 150 * 1024] as const;

/** A page scanned at the desk, to what is being typed or to a dossier. */
export async function attach(world: World, device: SimulatedDevice, choice: number): Promise<void> {
  const desk = await device.at('desk');
  const [draft] = choice % 4 === 0 ? await desk.drafts.list({}) : [];
  const dossier = draft ? undefined : await dossierAt(device, choice);
  const owner = draft ? { draftId: draft.draftId } : dossier && { dossierId: dossier.dossierId };
  if (!owner) return;
  const bytes = world.newPage(SIZES[choice % SIZES.length] ?? SIZES[0]);
  await world.call(device, async () => {
    const size = bytes.length;
    const { transferId } = await desk.files.begin({ owner, component: '', label: 'Trang quét', size });
    await desk.files.put({ transferId, offset: 0, bytes: bytes.toString('base64') });
    const { fileId } = await desk.files.finish({ transferId });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    world.model.device(device.index).files.set(fileId, { sha256, size });
  });
}

export async function takeOff(world: World, device: SimulatedDevice, choice: number): Promise<void> {
  const dossier = await dossierAt(device, choice);
  if (!dossier) return;
  const desk = await device.at('desk');
  const { files } = await desk.files.list({ owner: { dossierId: dossier.dossierId } });
  const fileId = files.find((each) => each.mayTakeOff && !each.takenOff)?.fileId;
  if (fileId !== undefined) await world.call(device, () => desk.files.takeOff({ fileId }));
}
