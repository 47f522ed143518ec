import { FileDamaged } from '#main/store/files/file-damaged.ts';
import type { FileContent, FileRow } from '#main/store/files/types.ts';
import type { Reader } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { ownerOf } from './file-owner.ts';

type Read = Contract['files']['read'];

/** Some bytes of a file or of its small picture; opening a file of a dossier is in the audit log. */
export async function readFile(
  app: App,
  caller: Caller,
  { fileId, part, offset, length }: InputOf<Read>,
): Promise<Result<OutputOf<Read>>> {
  const found = app.store.read((reader) => contentFor(reader, caller, fileId, part));
  if (!found.ok) return found;
  const { row, content } = found.value;
  if (!app.vault.has(content)) return refuse(content.wrappedKey === '' ? 'file/not-here' : 'file/damaged');
  if (part === 'original' && offset === 0 && row.dossierId !== '') {
    const { accountId: actor } = caller.account;
    app.store.write((writer) =>
      writer.audit({ at: app.clock.now(), actor, action: 'file-read', target: row.dossierId }),
    );
  }
  try {
    await using reading = await app.vault.read(content);
    const bytes = await reading.read(offset, length);
    return ok({ bytes: bytes.toString('base64'), size: content.size, mime: content.mime });
  } catch (error) {
    if (error instanceof FileDamaged) return refuse('file/damaged');
    throw error;
  }
}

/** Brings the bytes from the city; those already here are left as they are. */
export async function fetchFile(
  app: App,
  caller: Caller,
  { fileId, part }: InputOf<Contract['files']['fetch']>,
): Promise<Result<Record<string, never>>> {
  const found = app.store.read((reader) => contentFor(reader, caller, fileId, part));
  if (!found.ok) return found;
  const { content } = found.value;
  if (app.vault.has(content)) return ok({});
  const fetched = await app.sync.fetchFile(content.sha256);
  return fetched.ok ? ok({}) : refuse(fetched.error);
}

function contentFor(
  reader: Reader,
  caller: Caller,
  fileId: string,
  part: 'original' | 'preview',
): Result<{ readonly row: FileRow; readonly content: FileContent }> {
  const row = fileFor(reader, caller, fileId);
  if (!row.ok) return row;
  const content = part === 'original' ? row.value.content : row.value.preview;
  return content ? ok({ row: row.value, content }) : refuse('file/not-found');
}

/** A file of something the caller may look at. */
export function fileFor(reader: Reader, caller: Caller, fileId: string): Result<FileRow> {
  const row = reader.files.one(fileId);
  if (!row) return refuse('file/not-found');
  const { draftId, dossierId } = row;
  const owned = ownerOf(reader, caller, draftId === '' ? { dossierId } : { draftId });
  return owned.ok ? ok(row) : owned;
}
