import type { DemoAccount } from '../app.ts';

/** Shown on the login screen of a demo or training office: there is nothing to protect in it. */
const password = 'MotCua2026';

/** One person for each role. The leader is the demo office's signer. */
export const demoAccounts: readonly DemoAccount[] = [
  { username: 'tiepnhan', password, fullName: 'Nguyễn Thu Mẫu', role: 'reception-clerk' },
  { username: 'hotich', password, fullName: 'Phạm Đức Thử', role: 'civil-status-officer' },
  { username: 'lanhdao', password, fullName: 'Trần Thị Minh Họa', role: 'leader' },
  { username: 'cntt', password, fullName: 'Lê Quang Ví Dụ', role: 'it-administrator' },
];
