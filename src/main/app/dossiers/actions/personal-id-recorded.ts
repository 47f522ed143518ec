import { err, ok } from '#shared/kernel/result.ts';
import { personalIdProblems } from '#shared/people/personal-id.ts';
import type { PayloadOf } from './action-context.ts';

export const recordPersonalId: PayloadOf<'personal-id-recorded'> = ({ personalId, source }) => {
  const wrong = personalIdProblems(personalId, {}, 'personalId').filter((each) => each.severity === 'error');
  return wrong.length > 0 ? err(wrong) : ok({ personalId, source });
};
