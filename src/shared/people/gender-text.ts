import { genderLabels } from './catalogues/labels.ts';

/** `Nam` or `Nữ` for the value of a gender field; nothing for a value that is neither. */
export function genderText(value: string | undefined): string {
  return value === 'male' || value === 'female' ? genderLabels[value] : '';
}
