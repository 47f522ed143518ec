import type { FileRow } from '#main/store/files/types.ts';
import type { Writer } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import type { Fact } from '#shared/dossiers/events.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf } from '../contract-types.ts';
import { dossierOf } from '../dossiers/dossier-of.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { mayChange } from './file-owner.ts';
import { type FileView, fileView } from './file-view.ts';
import { fileFor } from './read-file.ts';

/** Takes a file off again while the city does not have it; its bytes stay on this machine and can be put back. */
export function takeOffFile(
  app: App,
  caller: Caller,
  { fileId }: InputOf<Contract['files']['takeOff']>,
): Result<FileView> {
  return change(app, caller, fileId, true);
}

/** Undo of {@link takeOffFile}. */
export function putBackFile(
  app: App,
  caller: Caller,
  { fileId }: InputOf<Contract['files']['putBack']>,
): Result<FileView> {
  return change(app, caller, fileId, false);
}

function change(app: App, caller: Caller, fileId: string, takenOff: boolean): Result<FileView> {
  return app.store.write((writer) => {
    const found = fileFor(writer, caller, fileId);
    if (!found.ok) return found;
    const row = found.value;
    if (row.takenOff !== takenOff) {
      if (takenOff && row.content.state === 'accepted') return refuse('file/already-sent');
      const done =
        row.dossierId === ''
          ? ok(writer.files.setTakenOff(fileId, takenOff))
          : tell(app, caller, writer, row, takenOff);
      if (!done.ok) return done;
    }
    const now = writer.files.one(fileId);
    return now ? ok(fileView(app, writer, now)) : refuse('file/not-found');
  });
}

function tell(app: App, caller: Caller, writer: Writer, row: FileRow, takenOff: boolean): Result<unknown> {
  const found = dossierOf(writer, row.dossierId);
  if (!found.ok) return found;
  const { state } = found.value;
  const { fileId } = row;
  const fact: Fact<'file-attached' | 'file-taken-off'> = takenOff
    ? { kind: 'file-taken-off', payload: { fileId, reason: '' } }
    : { kind: 'file-attached', payload: attachedPayload(row) };
  const allowed = mayChange(app, caller, state, fact);
  if (!allowed.ok) return allowed;
  const { accountId: actor } = caller.account;
  writer.append([{ ...fact, stream: state.dossierId, base: state.version }], { actor, at: app.clock.now() });
  return ok(undefined);
}

/** A row as the event that attaches it tells it. */
export function attachedPayload(row: FileRow): Fact<'file-attached'>['payload'] {
  const { fileId, component, label, content, preview } = row;
  const { sha256, size, mime } = content;
  return {
    ...{ fileId, sha256, size, mime, component, label },
    ...(preview && { preview: { sha256: preview.sha256, size: preview.size, mime: preview.mime } }),
  };
}
