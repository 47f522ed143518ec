import { fullName } from '../people/names.ts';
import type { IdentityDocument, PersonalId, PersonName } from '../people/person-values.ts';
import type { SearchKey } from './entry.ts';

/** Every way one person of an entry is looked up: name, personal ID, identity paper, date. */
export function personSearchKeys(person: {
  readonly name?: PersonName | undefined;
  readonly personalId?: PersonalId | undefined;
  readonly document?: IdentityDocument | undefined;
  readonly date?: string | undefined;
}): readonly SearchKey[] {
  const { name, personalId, document, date } = person;
  const keys: SearchKey[] = [];
  if (name !== undefined) keys.push({ kind: 'name', value: fullName(name) });
  if (personalId !== undefined) keys.push({ kind: 'personal-id', value: personalId });
  if (document !== undefined && document.number !== personalId)
    keys.push({ kind: 'identity-document', value: document.number });
  if (date !== undefined) keys.push({ kind: 'date', value: date });
  return keys;
}
