import { copyExemption, registrationExemption } from '#shared/fees/exemption.ts';
import type { FeeLine } from '#shared/fees/fee-line.ts';
import { feeLine } from '#shared/fees/fee-table.ts';
import type { ProcedureContext } from '#shared/procedures/define-procedure.ts';
import { isInTime } from './deadline.ts';
import type { DeathFacts } from './form.ts';

/** Free in time (Luật Hộ tịch 2014, Điều 11); late by the city's table, unless the person is exempt; copies each. */
export function fees(facts: DeathFacts, { today }: ProcedureContext): readonly FeeLine[] {
  const registration = isInTime(facts, today)
    ? feeLine('death-in-time', today)
    : feeLine('death-late', today, 1, registrationExemption(facts['fee.exemption']));
  const copies = facts['copies.request'];
  if (!copies?.wanted || copies.count < 1) return [registration];
  const exemption = copyExemption(facts['copies.electronicIdentity'] === true, today);
  return [registration, feeLine('certified-extract-copy', today, copies.count, exemption)];
}
