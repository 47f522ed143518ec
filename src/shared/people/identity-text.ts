import { displayIdentityDocument } from './display.ts';
import type { IdentityDocument, PersonalId } from './person-values.ts';

/** What is printed after “Giấy tờ tùy thân”: the paper shown, else the personal ID number, else nothing. */
export function identityText(document?: IdentityDocument, personalId?: PersonalId): string {
  if (document !== undefined) return displayIdentityDocument(document);
  return personalId === undefined ? '' : `Số định danh cá nhân ${personalId}`;
}
