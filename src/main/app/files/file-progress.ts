import type { Contract } from '#shared/contract/index.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { OutputOf } from '../contract-types.ts';
import type { Caller } from '../session/caller.ts';

type Progress = OutputOf<Contract['files']['progress']>;

/** The queue of files to the city; labels are the clerks' own words, so an IT administrator sees none. */
export function fileProgress(app: App, { account }: Caller): Result<Progress> {
  const { waiting, waitingBytes, needsYou } = app.store.read((reader) => reader.files.queue());
  const sending = app.sync.fileProgress();
  if (!sending) return ok({ waiting, waitingBytes, needsYou });
  const { sent, size } = sending;
  const label = account.roles.every((role) => role === 'it-administrator') ? '' : sending.label;
  return ok({ waiting, waitingBytes, needsYou, sending: { label, sent, size } });
}
