import {
  identityRules,
  type NamedPerson,
  requesterAgeRule,
  signerRules,
} from '#shared/forms/standing-rules.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { earliestDay, latestDay } from '#shared/people/partial-date.ts';
import { sameCommune } from '#shared/people/same-commune.ts';
import type { ProcedureContext } from '#shared/procedures/define-procedure.ts';
import { ageAtDeath, ageBox } from './age.ts';
import { isInTime } from './deadline.ts';
import type { DeathFacts } from './form.ts';
import { tell } from './tell.ts';

export function rules(facts: DeathFacts, context: ProcedureContext): readonly Problem[] {
  const people = peopleOf(facts);
  return [
    ...dateRules(facts, context),
    ...ageRules(facts),
    ...noticeRules(facts, context),
    ...competenceRule(facts, context),
    ...requesterRule(facts),
    ...requesterAgeRule(facts, context.today, []),
    ...identityRules(people),
    ...signerRules(people, context),
  ];
}

/** Rules D01 and D02. */
function dateRules(facts: DeathFacts, { today }: ProcedureContext): readonly Problem[] {
  const born = facts['deceased.birthDate'];
  const died = facts['death.date'];
  if (!died) return [];
  if (earliestDay(died) > today) return [tell('death-in-future', 'error', 'death.date')];
  if (born && latestDay(died) < earliestDay(born)) return [tell('death-before-birth', 'error', 'death.date')];
  return isInTime(facts, today) ? [] : [tell('late', 'notice', 'death.date')];
}

/** Rule D03, and what an age at death calls for: a birth entry of an infant, the other entries of an adult (D04). */
function ageRules(facts: DeathFacts): readonly Problem[] {
  const age = ageAtDeath(facts);
  if (!age) return [];
  const found: Problem[] = [];
  if (age.least < 5 && age.most >= 1 && ageBox(facts) === undefined)
    found.push(tell('age-box-open', 'warning', 'deceased.birthDate'));
  if (age.most < 1) found.push(tell('infant', 'notice', 'deceased.birthDate'));
  if (age.least > 120) found.push(tell('very-old', 'warning', 'deceased.birthDate'));
  if (age.most >= 18) found.push(tell('other-entries', 'notice', 'deceased.name'));
  return found;
}

function noticeRules(facts: DeathFacts, { today }: ProcedureContext): readonly Problem[] {
  const found: Problem[] = [];
  const issued = facts['notice.date'];
  const died = facts['death.date'];
  if (issued && issued > today) found.push(tell('notice-in-future', 'error', 'notice.date'));
  if (issued && died && issued < earliestDay(died))
    found.push(tell('notice-before-death', 'warning', 'notice.date'));
  if (facts['notice.evidence'] === 'statement')
    found.push(tell('statement-alone', 'warning', 'notice.evidence'));
  return found;
}

function competenceRule(facts: DeathFacts, { office }: ProcedureContext): readonly Problem[] {
  const residence = facts['deceased.residence'];
  const place = facts['death.place'];
  if (residence) {
    return sameCommune(residence, office)
      ? []
      : [tell('residence-elsewhere', 'warning', 'deceased.residence')];
  }
  const elsewhere = facts['case.residenceUnknown'] === true && place && !sameCommune(place, office);
  return elsewhere ? [tell('died-elsewhere', 'warning', 'death.place')] : [];
}

function requesterRule(facts: DeathFacts): readonly Problem[] {
  const requester = facts['requester.personalId'] ?? facts['requester.document']?.number;
  const deceased = facts['deceased.personalId'] ?? facts['deceased.document']?.number;
  return requester !== undefined && requester === deceased
    ? [tell('requester-is-deceased', 'error', 'requester.document')]
    : [];
}

function peopleOf(facts: DeathFacts): readonly NamedPerson[] {
  const gender = facts['deceased.gender'];
  return [
    {
      key: 'deceased',
      name: facts['deceased.name'],
      birthDate: facts['deceased.birthDate'],
      personalId: facts['deceased.personalId'],
      gender: gender === 'male' || gender === 'female' ? gender : undefined,
    },
    {
      key: 'requester',
      name: facts['requester.name'],
      birthDate: facts['requester.birthDate'],
      personalId: facts['requester.personalId'],
    },
  ];
}
