import type { FileMime } from '../files/file-kind.ts';
import type { DossierFact } from './events.ts';
import type { FoldableEvent } from './parse-fact.ts';

export type AttachedContent = { readonly sha256: string; readonly size: number; readonly mime: FileMime };

/** One file of a dossier, as its events tell it; where its bytes are is not theirs to say. */
export type AttachedFile = AttachedContent & {
  readonly fileId: string;
  readonly component: string;
  readonly label: string;
  readonly preview?: AttachedContent | undefined;
  readonly addedAt: string;
  readonly addedBy: string;
  readonly takenOff: boolean;
};

/** The files after an event; undefined when it takes off what is not there. */
export function filesAfter(
  files: readonly AttachedFile[],
  fact: DossierFact,
  event: Pick<FoldableEvent, 'at' | 'actor'>,
): readonly AttachedFile[] | undefined {
  if (fact.kind === 'file-attached') {
    const others = files.filter((each) => each.fileId !== fact.payload.fileId);
    const { at: addedAt, actor: addedBy } = event;
    return [...others, { ...fact.payload, addedAt, addedBy, takenOff: false }];
  }
  if (fact.kind !== 'file-taken-off') return files;
  const { fileId } = fact.payload;
  if (!files.some((each) => each.fileId === fileId && !each.takenOff)) return undefined;
  return files.map((each) => (each.fileId === fileId ? { ...each, takenOff: true } : each));
}
