import type { WrittenFile } from '#main/store/files/file-writing.ts';
import type { Writer } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { Fact } from '#shared/dossiers/events.ts';
import type { AttachedContent } from '#shared/dossiers/files-axis.ts';
import { sniffMime } from '#shared/files/file-kind.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { mayChange, ownerOf } from './file-owner.ts';
import { type FileView, fileView } from './file-view.ts';
import type { Transfer } from './transfers.ts';

/**
 * Attaches a file that came whole. Its bytes are on the disk, flushed, before the one transaction that keeps its key,
 * its row and, for a dossier, its event: what a window was told is attached is there after a power cut.
 */
export async function finishFile(
  app: App,
  caller: Caller,
  input: InputOf<Contract['files']['finish']>,
): Promise<Result<FileView>> {
  const begun = app.transfers.of(input.transferId, caller.account.accountId);
  if (!begun || begun.writing.size !== begun.size) return refuse('file/incomplete');
  const transfer = app.transfers.take(input.transferId) ?? begun;
  const original = await transfer.writing.finish();
  const preview = await writePreview(app, input.preview);
  try {
    return app.store.write((writer) => attach(app, caller, writer, transfer, original, preview));
  } finally {
    // What was kept has another name by now.
    app.vault.forget(original);
    if (preview) app.vault.forget(preview);
  }
}

async function writePreview(app: App, base64: string | undefined): Promise<WrittenFile | undefined> {
  const bytes = Buffer.from(base64 ?? '', 'base64');
  const mime = sniffMime(bytes);
  // A picture that is none is left out: the original is what counts.
  if (mime === undefined || mime === 'application/pdf') return undefined;
  const writing = await app.vault.begin();
  await writing.write(bytes);
  return writing.finish();
}

function attach(
  app: App,
  caller: Caller,
  writer: Writer,
  transfer: Transfer,
  original: WrittenFile,
  preview: WrittenFile | undefined,
): Result<FileView> {
  const { owner, component, label, by } = transfer;
  const owned = ownerOf(writer, caller, owner);
  if (!owned.ok) return owned;
  const content = contentOf(original);
  if (!content) return refuse('file/type');
  const fileId = app.newId();
  const at = app.clock.now();
  const small = preview && contentOf(preview);
  const { dossier } = owned.value;
  const payload = { fileId, ...content, component, label, ...(small && { preview: small }) };
  const fact: Fact<'file-attached'> = { kind: 'file-attached', payload };
  const allowed = dossier && mayChange(app, caller, dossier, fact);
  if (allowed && !allowed.ok) return allowed;
  keep(app, writer, original, content, 1);
  if (preview && small) keep(app, writer, preview, small, 0);
  if (dossier) {
    writer.append([{ ...fact, stream: dossier.dossierId, base: dossier.version }], { actor: by, at });
  } else if ('draftId' in owner) {
    const { sha256 } = content;
    const previewSha256 = small?.sha256 ?? '';
    const { draftId } = owner;
    writer.files.addToDraft({
      fileId,
      draftId,
      sha256,
      previewSha256,
      component,
      label,
      addedAt: at,
      addedBy: by,
    });
  }
  const row = writer.files.one(fileId);
  if (!row) throw new Error('an attached file has no row');
  return ok(fileView(app, writer, row));
}

/** The same bytes are kept once, however often they are attached. */
function keep(app: App, writer: Writer, written: WrittenFile, content: AttachedContent, rank: 0 | 1): void {
  const known = writer.files.content(content.sha256);
  if (known && app.vault.has(known)) return;
  writer.files.keepContent({ ...content, wrappedKey: app.vault.keep(written) }, rank);
}

function contentOf({ sha256, size, start }: WrittenFile): AttachedContent | undefined {
  const mime = sniffMime(start);
  return mime && { sha256, size, mime };
}
