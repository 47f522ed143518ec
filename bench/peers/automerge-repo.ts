import { type NetworkAdapter, Repo } from '@automerge/automerge-repo';
import { NodeFSStorageAdapter } from '@automerge/automerge-repo-storage-nodefs';

/** A document of the bench: envelopes as JSON by their ids, because field by field each costs ten times as much. */
export type Changes = { readonly changes: Readonly<Record<string, unknown>> };

/** Keeps documents in files, which are not flushed. @param announces whether it offers its documents by itself */
export function openRepo(folder: string, announces: boolean, network: readonly NetworkAdapter[] = []): Repo {
  const storage = new NodeFSStorageAdapter(folder);
  return new Repo({ storage, network, sharePolicy: async () => announces });
}

export function sizeOf(document: Changes | undefined): number {
  return Object.keys(document?.changes ?? {}).length;
}
