import { type BrowserWindow, dialog, type MessageBoxSyncOptions } from 'electron';
import { Closing } from './closing.ts';

/** A draft is saved within a second of its typing. */
const SAVING_MS = 1_000;
const LEAVE = 'Đóng, bỏ phần chưa lưu';
const unsavedQuestion = {
  type: 'warning',
  title: 'Một Cửa Hộ Tịch',
  message: 'Phần vừa gõ chưa lưu được trên máy này.',
  detail: 'Ở lại để xem vì sao và chép lại nội dung. Nếu đóng bây giờ, phần chưa lưu sẽ mất.',
  buttons: ['Ở lại', LEAVE],
  defaultId: 0,
  cancelId: 0,
} satisfies MessageBoxSyncOptions;

/**
 * A page with typing that is not saved objects to being closed: it gets a second, then the person is asked.
 * @param stays told when the person wants to go on working
 */
export function letPageSave(closed: BrowserWindow, stays: () => void): void {
  const closing = new Closing({
    closeLater: () => void setTimeout(() => closed.isDestroyed() || closed.close(), SAVING_MS),
    ask: () => dialog.showMessageBoxSync(closed, unsavedQuestion) === unsavedQuestion.buttons.indexOf(LEAVE),
    stays,
  });
  closed.on('close', () => closing.begins());
  closed.webContents.on('will-prevent-unload', (event) => {
    if (closing.objected()) event.preventDefault();
  });
}
