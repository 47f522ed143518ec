import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import type { Caller } from '../session/caller.ts';
import { ownerOf } from './file-owner.ts';
import { fileView } from './file-view.ts';

type List = Contract['files']['list'];

/** The files of a draft or dossier, those taken off left out. */
export function listFiles(app: App, caller: Caller, { owner }: InputOf<List>): Result<OutputOf<List>> {
  return app.store.read((reader) => {
    const owned = ownerOf(reader, caller, owner);
    if (!owned.ok) return owned;
    const rows = reader.files.of(owner).filter((row) => !row.takenOff);
    return ok({
      files: rows.map((row) => fileView(app, reader, row)),
      total: rows.length,
      sent: rows.filter((row) => row.content.state === 'accepted').length,
    });
  });
}
