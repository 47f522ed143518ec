import type { Contract } from '#shared/contract/index.ts';
import { notPermitted } from '#shared/dossiers/decide.ts';
import { mayDo } from '#shared/dossiers/permissions.ts';
import { FILE_CALL_BYTES, MAX_FILE_BYTES, MAX_FILES } from '#shared/files/file-limits.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { ownerOf } from './file-owner.ts';

type Begin = Contract['files']['begin'];

/** Opens the way for the bytes of one file, once it is known that they may come. */
export async function beginFile(
  app: App,
  caller: Caller,
  input: InputOf<Begin>,
): Promise<Result<OutputOf<Begin>>> {
  const { owner, component, label, size } = input;
  const { account } = caller;
  if (!mayDo(account.roles, 'file-attached')) return err([notPermitted('file-attached')]);
  const allowed = app.store.read((reader): Result<unknown> => {
    const owned = ownerOf(reader, caller, owner);
    if (!owned.ok) return owned;
    const known = owned.value.procedure.checklist.some((item) => item.id === component);
    if (component !== '' && !known) return refuse('rule/G04');
    const already = reader.files.of(owner).filter((row) => !row.takenOff).length;
    return already < MAX_FILES ? ok(undefined) : refuse('file/too-many');
  });
  if (!allowed.ok) return allowed;
  if (size < 1) return refuse('file/incomplete');
  if (size > MAX_FILE_BYTES) return refuse('file/too-large');
  const writing = await app.vault.begin();
  const transferId = app.newId();
  await app.transfers.add(transferId, { owner, by: account.accountId, component, label, size, writing });
  return ok({ transferId, callBytes: FILE_CALL_BYTES });
}
