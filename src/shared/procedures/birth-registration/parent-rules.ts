import { holds } from '#shared/forms/condition.ts';
import type { PlainDate } from '#shared/kernel/plain-date.ts';
import { fullYearsBetween } from '#shared/kernel/plain-date.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { earliestDay, latestDay } from '#shared/people/partial-date.ts';
import type { PartialDate } from '#shared/people/person-values.ts';
import { sameCommune } from '#shared/people/same-commune.ts';
import type { ProcedureContext } from '#shared/procedures/define-procedure.ts';
import { namesDiffer } from './compare.ts';
import type { BirthFacts } from './form.ts';
import { fatherDeclared, motherDeclared } from './form-case.ts';
import { tell } from './tell.ts';

/** What parents, their marriage and the child must say about each other. */
export function parentRules(facts: BirthFacts, context: ProcedureContext): readonly Problem[] {
  return [
    ...recognitionRules(facts),
    ...marriageRules(facts, context.today),
    ...inheritanceRules(facts),
    ...ageRules(facts),
    ...residenceRule(facts, context),
    ...requesterRules(facts),
  ];
}

/** Rules B02 and B03: a father outside marriage is recognised first, one inside marriage is not left out. */
function recognitionRules(facts: BirthFacts): readonly Problem[] {
  const hasFather = facts['father.name'] !== undefined;
  if (facts['case.child'] === 'mother-undetermined')
    return [tell('mother-needs-recognition', 'error', 'case.child')];
  if (facts['case.child'] !== 'parents-known') return [];
  const married = facts['case.parentsMarried'];
  if (married === true && !hasFather) return [tell('married-without-father', 'error', 'father.name')];
  if (married === false && hasFather) return [tell('father-needs-recognition', 'error', 'father.name')];
  if (married === false) return [tell('unmarried-without-father', 'error', 'case.child')];
  return [];
}

function marriageRules(facts: BirthFacts, today: PlainDate): readonly Problem[] {
  const date = facts['marriage.date'];
  const born = facts['child.birthDate'];
  if (!date) return [];
  if (date > today) return [tell('marriage-in-future', 'error', 'marriage.date')];
  const afterBirth = born !== undefined && date > born;
  return afterBirth && facts['marriage.afterBirth'] !== true
    ? [tell('marriage-after-birth', 'warning', 'marriage.afterBirth')]
    : [];
}

/** Family name, ethnicity (B04) and origin (B05) come from a parent; judged only when every parent's is known. */
function inheritanceRules(facts: BirthFacts): readonly Problem[] {
  const found: Problem[] = [];
  const ofParents = <T>(mother: T | undefined, father: T | undefined): readonly T[] | undefined => {
    const known = [
      ...(holds(motherDeclared, facts) ? [mother] : []),
      ...(holds(fatherDeclared, facts) ? [father] : []),
    ];
    return known.length > 0 && known.every((each) => each !== undefined) ? known : undefined;
  };
  const family = facts['child.name']?.family;
  const families = ofParents(facts['mother.name']?.family, facts['father.name']?.family);
  if (family !== undefined && families && !families.includes(family))
    found.push(tell('family-name-of-neither', 'warning', 'child.name'));

  const ethnicity = facts['child.ethnicity'];
  const ethnicities = ofParents(facts['mother.ethnicity'], facts['father.ethnicity']);
  if (ethnicity !== undefined && ethnicities && !ethnicities.includes(ethnicity))
    found.push(tell('ethnicity-of-neither', 'warning', 'child.ethnicity'));

  const origin = facts['child.origin'];
  const origins = ofParents(facts['mother.origin'], facts['father.origin']);
  if (origin && origins && !origins.some((each) => sameCommune(each, origin)))
    found.push(tell('origin-of-neither', 'warning', 'child.origin'));
  return found;
}

function ageRules(facts: BirthFacts): readonly Problem[] {
  const born = facts['child.birthDate'];
  if (!born) return [];
  const found: Problem[] = [];
  if (!ageWithin(facts['mother.birthDate'], born, 10, 60))
    found.push(tell('mother-age', 'warning', 'mother.birthDate'));
  if (!ageWithin(facts['father.birthDate'], born, 10, 90))
    found.push(tell('father-age', 'warning', 'father.birthDate'));
  return found;
}

/** A partial date gives a span of ages; it is enough that one of them fits. */
function ageWithin(birth: PartialDate | undefined, on: PlainDate, youngest: number, oldest: number): boolean {
  if (birth === undefined) return true;
  return (
    fullYearsBetween(earliestDay(birth), on) >= youngest && fullYearsBetween(latestDay(birth), on) <= oldest
  );
}

/** One parent living here gives the office its competence (Luật Hộ tịch 2014, Điều 13); unknown residences are looked up. */
function residenceRule(facts: BirthFacts, { office }: ProcedureContext): readonly Problem[] {
  const known = [facts['mother.residence'], facts['father.residence']].filter((each) => each !== undefined);
  const here = known.some((each) => sameCommune(each, office));
  return known.length === 0 || here
    ? []
    : [
        tell(
          'residence-elsewhere',
          'warning',
          facts['mother.residence'] ? 'mother.residence' : 'father.residence',
        ),
      ];
}

function requesterRules(facts: BirthFacts): readonly Problem[] {
  const requester = facts['requester.name'];
  const relation = facts['requester.relation'];
  if (relation === 'mother' && namesDiffer(requester, facts['mother.name']))
    return [tell('requester-is-not-mother', 'warning', 'requester.name')];
  if (relation === 'father' && namesDiffer(requester, facts['father.name']))
    return [tell('requester-is-not-father', 'warning', 'requester.name')];
  return [];
}
