import { holds } from '#shared/forms/condition.ts';
import {
  identityRules,
  type NamedPerson,
  requesterAgeRule,
  signerRules,
} from '#shared/forms/standing-rules.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { sameCommune } from '#shared/people/same-commune.ts';
import type { ProcedureContext } from '#shared/procedures/define-procedure.ts';
import { differ, namesDiffer } from './compare.ts';
import { isInTime } from './deadline.ts';
import type { BirthFacts } from './form.ts';
import { withoutParents } from './form-case.ts';
import { parentRules } from './parent-rules.ts';
import { tell } from './tell.ts';

export function rules(facts: BirthFacts, context: ProcedureContext): readonly Problem[] {
  const people = peopleOf(facts);
  return [
    ...childRules(facts, context),
    ...parentRules(facts, context),
    ...paperRules(facts),
    ...requesterAgeRule(facts, context.today, ['mother', 'father']),
    ...identityRules(people),
    ...signerRules(people, context),
  ];
}

function childRules(facts: BirthFacts, { today, office }: ProcedureContext): readonly Problem[] {
  const found: Problem[] = [];
  const born = facts['child.birthDate'];
  if (born && born > today) found.push(tell('birth-in-future', 'error', 'child.birthDate'));
  else if (!isInTime(facts, today)) found.push(tell('late', 'notice', 'child.birthDate'));

  const place = facts['child.birthPlace'];
  const origin = facts['child.origin'];
  if (holds(withoutParents, facts)) {
    if (place && !sameCommune(place, office))
      found.push(tell('found-elsewhere', 'warning', 'child.birthPlace'));
    if (place && origin && !sameCommune(place, origin))
      found.push(tell('origin-not-birth-place', 'warning', 'child.origin'));
  }
  return found;
}

/** Rule B06: what the desk typed against the giấy chứng sinh. */
function paperRules(facts: BirthFacts): readonly Problem[] {
  const found: Problem[] = [];
  const code = facts['paper.code'];
  if (code !== undefined && !/^\d{5}\.GCS\.\d{5}\.\d{2}$/.test(code))
    found.push(tell('paper-code-format', 'error', 'paper.code'));
  if (namesDiffer(facts['paper.motherName'], facts['mother.name']))
    found.push(tell('paper-mother-differs', 'warning', 'mother.name'));
  if (differ(facts['paper.birthDate'], facts['child.birthDate']))
    found.push(tell('paper-date-differs', 'warning', 'child.birthDate'));
  if (facts['paper.gender'] !== 'undetermined' && differ(facts['paper.gender'], facts['child.gender']))
    found.push(tell('paper-gender-differs', 'warning', 'child.gender'));
  return found;
}

function peopleOf(facts: BirthFacts): readonly NamedPerson[] {
  return [
    { key: 'child', name: facts['child.name'] },
    {
      key: 'requester',
      name: facts['requester.name'],
      birthDate: facts['requester.birthDate'],
      personalId: facts['requester.personalId'],
    },
    {
      key: 'mother',
      name: facts['mother.name'],
      birthDate: facts['mother.birthDate'],
      personalId: facts['mother.personalId'],
      gender: 'female',
    },
    {
      key: 'father',
      name: facts['father.name'],
      birthDate: facts['father.birthDate'],
      personalId: facts['father.personalId'],
      gender: 'male',
    },
  ];
}
