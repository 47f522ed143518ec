import type { Adopted } from '../safety/types.ts';
import type { Writer } from '../types.ts';
import type { CopiedFile } from './copy-content.ts';
import type { CopyContent } from './read-copy.ts';

/** An attached file of the copy whose bytes are in this machine's vault now. */
export type AdoptedFile = Omit<CopiedFile, 'key'> & { readonly wrappedKey: string };

/** Setting: the copy this machine began from, so that taking it up twice is seen. */
export const TAKEN_UP_FROM = 'takenUpFrom';

/**
 * Puts a copy into a machine that has nothing yet, in one transaction. On a machine that goes on under the old
 * identity its events wait in the queue; on any other they are offered to the city for the machine that wrote them.
 */
export function takeUpCopy(
  writer: Writer,
  copy: CopyContent,
  files: readonly AdoptedFile[],
  by: { readonly at: string },
): Adopted {
  const { office, accounts, drafts, settings, events, device, writtenAt, lastDeviceSeq } = copy;
  if (office) writer.saveSetting('office', office);
  for (const [key, value] of Object.entries(settings)) writer.saveSetting(key, value);
  writer.safety.replaceAccounts(accounts);
  for (const draft of drafts) writer.saveDraft(draft);
  // Before their events, which make those that are here wait for the city.
  for (const { rank, ...content } of files) writer.files.keepContent(content, rank);
  const here = new Set(files.map(({ sha256 }) => sha256));
  for (const file of copy.draftFiles ?? []) if (here.has(file.sha256)) writer.files.addToDraft(file);
  writer.safety.raiseDeviceSeqFloor(lastDeviceSeq);
  const adopted = writer.safety.adopt(events);
  writer.saveSetting(TAKEN_UP_FROM, { device, writtenAt });
  writer.audit({ at: by.at, actor: '', action: 'copy-taken-up', target: device });
  return adopted;
}
