import type { FileRow } from '#main/store/files/types.ts';
import type { Reader } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import { errorCodes, isErrorCode } from '#shared/kernel/error-codes.ts';
import { accountNames } from '../account-names.ts';
import type { App } from '../app.ts';
import type { OutputOf } from '../contract-types.ts';

export type FileView = OutputOf<Contract['files']['takeOff']>;

export function fileView(app: App, reader: Reader, row: FileRow): FileView {
  const { fileId, component, label, addedAt, content, preview, takenOff } = row;
  const isSending = app.sync.fileProgress()?.sha256 === content.sha256;
  return {
    ...{ fileId, component, label, addedAt, takenOff },
    mime: content.mime,
    size: content.size,
    addedBy: accountNames(reader)(row.addedBy),
    state: isSending ? 'sending' : content.state,
    here: app.vault.has(content),
    hasPreview: preview !== undefined,
    mayTakeOff: !takenOff && content.state !== 'accepted',
    reason: isErrorCode(content.reason) ? errorCodes[content.reason] : '',
  };
}
