import type { ChecklistItem } from './define-procedure.ts';

/** What whoever comes in another's name hands in, for forms with the requester's section. */
export const authorisation: ChecklistItem = {
  id: 'authorisation',
  name: 'Văn bản ủy quyền',
  handling: 'submit',
  forms: ['original', 'copy'],
  neededWhen: { key: 'requester.authorised', is: true },
};

/** Shown at the desk, where the registry of persons cannot be asked. */
export const requesterIdentity: ChecklistItem = {
  id: 'requester-identity',
  name: 'Giấy tờ tùy thân của người yêu cầu',
  handling: 'present',
  forms: ['original', 'copy', 'electronic'],
  neededWhen: true,
  optional: true,
  note: 'Chỉ cần số giấy tờ nếu khai thác được dữ liệu.',
};
