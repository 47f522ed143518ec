import type { Condition } from './condition.ts';

/**
 * The one fact that is not of a form: the office wants the residence even when note (2) does not ask for it, because
 * registers and certificates still print it. It is set when a draft starts and travels with the facts, so that
 * the desk and the city judge a declaration alike and changing the switch does not move drafts already begun.
 */
export const alwaysAskResidence = 'office.alwaysAskResidence';

/**
 * When the residence (of parents also ethnicity and nationality) is required: the person gave no personal ID number
 * and no Vietnamese identity card, or the birth date lacks its day or month (TT 04/2024, note 2; rule G03).
 * @param idKey a `personal-id` or `identity-document` field
 */
export function noteTwo(idKey: string, birthDateKey: string): Condition {
  return {
    any: [
      { withoutNationalId: idKey },
      { incompleteDate: birthDateKey },
      { key: alwaysAskResidence, is: true },
    ],
  };
}
