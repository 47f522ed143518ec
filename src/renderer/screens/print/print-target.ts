import type { CoreClient } from '#renderer/host-client/core-client.ts';

/** What is printed: a paper of a received dossier or of a draft. */
export type PrintTarget = {
  readonly dossierId?: string | undefined;
  readonly draftId?: string | undefined;
  readonly document: string;
};

export type PrintedPage = Awaited<ReturnType<CoreClient['documents']['print']>>;

/** The target as the contract takes it, where an absent id is left out. */
export function targetInput({ dossierId, draftId, document }: PrintTarget) {
  return {
    document,
    ...(dossierId === undefined ? {} : { dossierId }),
    ...(draftId === undefined ? {} : { draftId }),
  };
}
