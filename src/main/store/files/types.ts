import type { FileMime } from '#shared/files/file-kind.ts';

/**
 * `kept`: here, in no received dossier yet; `elsewhere`: another machine of the office has it and sends it; the others
 * are the states of the queue to the city.
 */
export type FileContentState = 'kept' | 'elsewhere' | 'waiting' | 'needs-you' | 'accepted';

/** Bytes by what they are. */
export type FileContent = {
  /** Of the plain bytes, hex. */
  readonly sha256: string;
  readonly size: number;
  readonly mime: FileMime;
  /** The content's own key, wrapped; empty when the bytes are not on this machine. */
  readonly wrappedKey: string;
  readonly state: FileContentState;
  /** Where the city takes the rest of an upload that has begun; empty before. */
  readonly uploadUrl: string;
  readonly attempts: number;
  /** Code of the error that stopped it, when it needs a person. */
  readonly reason: string;
};

/** A file of a draft or of a dossier; exactly one of `draftId` and `dossierId` is not empty. */
export type FileRow = {
  readonly fileId: string;
  readonly draftId: string;
  readonly dossierId: string;
  readonly content: FileContent;
  readonly preview: FileContent | undefined;
  readonly component: string;
  readonly label: string;
  readonly addedAt: string;
  readonly addedBy: string;
  readonly takenOff: boolean;
};

export type FileOwner = { readonly draftId: string } | { readonly dossierId: string };

/** Files of a dossier that are not taken off, and how many of them the city has. */
export type FileCount = { readonly total: number; readonly sent: number };

export type FileQueueCounts = {
  readonly waiting: number;
  readonly needsYou: number;
  readonly waitingBytes: number;
};

/** A content with its place in the queue: small pictures (0) go before originals (1). */
export type RankedContent = FileContent & { readonly rank: number };

/** A file of a draft, as it is put into the database. */
export type DraftFile = {
  readonly fileId: string;
  readonly draftId: string;
  readonly sha256: string;
  readonly previewSha256: string;
  readonly component: string;
  readonly label: string;
  readonly addedAt: string;
  readonly addedBy: string;
};

export type FileReader = {
  /** In the order they were added, taken off or not. */
  of(owner: FileOwner): readonly FileRow[];
  one(fileId: string): FileRow | undefined;
  content(sha256: string): FileContent | undefined;
  countsOf(dossierIds: readonly string[]): ReadonlyMap<string, FileCount>;
  /** The next content whose turn it is: of an event the city has, small pictures first; `skip` names those to pass by. */
  nextToSend(skip: readonly string[]): FileContent | undefined;
  queue(): FileQueueCounts;
  /** The first label of a content, for progress. */
  labelOf(sha256: string): string;
};

export type FileWriter = {
  /** The bytes are on this machine now, under this key. */
  keepContent(content: Pick<FileContent, 'sha256' | 'size' | 'mime' | 'wrappedKey'>, rank: number): void;
  addToDraft(file: DraftFile): void;
  setTakenOff(fileId: string, takenOff: boolean): void;
  /** How sending a content goes on. */
  saveUpload(
    sha256: string,
    change: Partial<Pick<FileContent, 'state' | 'uploadUrl' | 'attempts' | 'reason'>>,
  ): void;
  /** Every content that needs a person waits again, because a person asked to retry. */
  requeue(): void;
};
