import type { Adopted } from '../safety/types.ts';
import type { Writer } from '../types.ts';
import type { CopyContent } from './read-copy.ts';

/** Setting: the copy this machine began from, so that taking it up twice is seen. */
export const TAKEN_UP_FROM = 'takenUpFrom';

/**
 * Puts a copy into a machine that has nothing yet, in one transaction. On a machine that goes on under the old
 * identity its events wait in the queue; on any other they are offered to the city for the machine that wrote them.
 */
export function takeUpCopy(writer: Writer, copy: CopyContent, by: { readonly at: string }): Adopted {
  const { office, accounts, drafts, settings, events, device, writtenAt, lastDeviceSeq } = copy;
  if (office) writer.saveSetting('office', office);
  for (const [key, value] of Object.entries(settings)) writer.saveSetting(key, value);
  writer.safety.replaceAccounts(accounts);
  for (const draft of drafts) writer.saveDraft(draft);
  writer.safety.raiseDeviceSeqFloor(lastDeviceSeq);
  const adopted = writer.safety.adopt(events);
  writer.saveSetting(TAKEN_UP_FROM, { device, writtenAt });
  writer.audit({ at: by.at, actor: '', action: 'copy-taken-up', target: device });
  return adopted;
}
