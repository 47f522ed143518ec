import { written } from '#shared/documents/written.ts';
import { displayPartialDate } from '#shared/people/partial-date.ts';
import type { DeathFacts } from './form.ts';

/** `Số 12/GBT do … cấp ngày …`, or the evidence that stands in. */
export function noticeText(facts: DeathFacts): string {
  if (facts['notice.kind'] === 'evidence') return facts['notice.evidenceNote'] ?? '';
  const number = facts['notice.number'];
  if (number === undefined) return '';
  const date = written(facts['notice.date'], displayPartialDate);
  return `Số ${number} do ${facts['notice.issuer'] ?? ''} cấp ngày ${date}`;
}
