import { eventLabels } from '#shared/dossiers/event-labels.ts';
import { isEventKind } from '#shared/dossiers/events.ts';

/** What the audit log calls things beside the events of dossiers and books. */
const words: Readonly<Record<string, string>> = {
  'sign-in': 'Đăng nhập',
  'sign-in-failed': 'Đăng nhập sai',
  'sign-out': 'Đăng xuất',
  read: 'Xem',
  preview: 'Xem trước bản in',
  print: 'In giấy tờ',
  'file-read': 'Mở tệp đính kèm',
  'account-created': 'Thêm tài khoản',
  'account-enabled': 'Cho dùng lại tài khoản',
  'account-disabled': 'Ngừng dùng tài khoản',
  'password-changed': 'Đổi mật khẩu',
  'password-reset': 'Đặt lại mật khẩu',
  'settings-changed': 'Sửa cài đặt',
  'device-enrolled': 'Ghi danh máy',
  backup: 'Sao lưu',
  restored: 'Phục hồi từ bản sao lưu',
  'copy-taken-up': 'Dựng máy từ bản sao thứ hai',
  'second-copy-chosen': 'Chọn nơi chép bản sao thứ hai',
  'second-copy-ended': 'Ngừng bản sao thứ hai',
  'export-sealed': 'Xuất tệp niêm phong',
  'receipts-imported': 'Nhập tệp biên nhận',
  'server-loss-accepted': 'Gửi lại những gì thành phố đã mất',
  'mass-change-allowed': 'Cho phép nhận thay đổi lớn',
  'work-missing': 'Phát hiện việc đã lưu không còn trong tệp dữ liệu',
  'missing-work-acknowledged': 'Xác nhận đã làm lại việc bị mất',
};

/** The words for one line; a word this version does not know is shown as it was written. */
export function auditWords(action: string): string {
  return isEventKind(action) ? eventLabels[action] : (words[action] ?? action);
}
