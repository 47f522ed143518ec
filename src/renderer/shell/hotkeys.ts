/** Where a shortcut works, as the help sheet groups them. */
export type HotkeyScope = 'general' | 'sections' | 'reception' | 'dossier' | 'list' | 'print';

export type Hotkey = {
  /** As a person presses them, first the one that is shown: `Ctrl+Enter`, `F3`, `/`. */
  readonly keys: readonly [string, ...string[]];
  readonly label: string;
  readonly scope: HotkeyScope;
};

/**
 * Every shortcut of the window, once: handlers are bound by id with `useHotkey`, and the F1 sheet is this table.
 * A single character works only outside text fields (WCAG 2.1.4); Ctrl, Alt and F-keys work everywhere.
 */
export const hotkeys = {
  help: { keys: ['F1'], label: 'Trợ giúp và bảng phím tắt', scope: 'general' },
  search: { keys: ['F3', 'Ctrl+F', 'Ctrl+K', '/'], label: 'Tìm hồ sơ, bản nháp, sổ', scope: 'general' },
  'new-dossier': { keys: ['Ctrl+N', 'Alt+N'], label: 'Tiếp nhận hồ sơ mới', scope: 'general' },
  refresh: { keys: ['F5'], label: 'Tải lại dữ liệu của màn hình', scope: 'general' },
  lock: { keys: ['Alt+L'], label: 'Khóa màn hình', scope: 'general' },
  'go-home': { keys: ['Alt+1'], label: 'Trang chủ', scope: 'sections' },
  'go-reception': { keys: ['Alt+2'], label: 'Tiếp nhận', scope: 'sections' },
  'go-worklists': { keys: ['Alt+3'], label: 'Danh sách hồ sơ', scope: 'sections' },
  'go-register': { keys: ['Alt+4'], label: 'Sổ hộ tịch', scope: 'sections' },
  'go-sync': { keys: ['Alt+5'], label: 'Đồng bộ', scope: 'sections' },
  'go-settings': { keys: ['Alt+6'], label: 'Cài đặt', scope: 'sections' },
  'go-help': { keys: ['Alt+7'], label: 'Trợ giúp', scope: 'sections' },
  scan: { keys: ['F4'], label: 'Quét mã QR trên căn cước', scope: 'reception' },
  save: { keys: ['Ctrl+S'], label: 'Lưu ngay bản nháp', scope: 'reception' },
  submit: {
    keys: ['Ctrl+Enter'],
    label: 'Tiếp nhận; việc kế tiếp của hồ sơ; thực hiện hộp thoại',
    scope: 'reception',
  },
  'next-step': { keys: ['Alt+ArrowDown'], label: 'Phần kế tiếp của tờ khai', scope: 'reception' },
  'previous-step': { keys: ['Alt+ArrowUp'], label: 'Phần trước của tờ khai', scope: 'reception' },
  'next-problem': { keys: ['F8'], label: 'Đến lỗi kế tiếp', scope: 'reception' },
  edit: { keys: ['F2'], label: 'Sửa nội dung khai', scope: 'dossier' },
  'act-hand-over': { keys: ['Alt+B'], label: 'Bàn giao cho chuyên môn', scope: 'dossier' },
  'act-supplement': { keys: ['Alt+S'], label: 'Bổ sung hồ sơ: yêu cầu hoặc nhận', scope: 'dossier' },
  'act-fee': { keys: ['Alt+P'], label: 'Thu phí, lệ phí', scope: 'dossier' },
  'act-register': { keys: ['Alt+V'], label: 'Vào sổ', scope: 'dossier' },
  'act-submit': { keys: ['Alt+T'], label: 'Trình ký', scope: 'dossier' },
  'act-sign': { keys: ['Alt+K'], label: 'Ký kết quả', scope: 'dossier' },
  'act-return': { keys: ['Alt+R'], label: 'Trả kết quả', scope: 'dossier' },
  print: { keys: ['F9', 'Ctrl+P'], label: 'In', scope: 'print' },
} as const satisfies Record<string, Hotkey>;

export type HotkeyId = keyof typeof hotkeys;

const keyNames: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };

/** The shown form of a shortcut: `Alt+↓`. */
export function shownKeys(id: HotkeyId): string {
  return hotkeys[id].keys[0]
    .split('+')
    .map((key) => keyNames[key] ?? key)
    .join('+');
}
