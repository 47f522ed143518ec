import { type Instant, instantAt } from '#shared/kernel/instant.ts';
import { type PlainDate, plainDate } from '#shared/kernel/plain-date.ts';
import type { PartialDate, PersonalId } from '#shared/people/person-values.ts';
import type { Example, ReceivedComponent } from '#shared/procedures/define-procedure.ts';
import { carer, foundling, homeTown, married, motherAlone } from './example-facts.ts';
import type { BirthFacts } from './form.ts';

const thursday = plainDate(2026, 10, 1);
const friday = plainDate(2026, 10, 2);
const monday = plainDate(2026, 10, 5);

function at(date: PlainDate, hour: number, minute: number): Instant {
  return instantAt({ date, minutes: hour * 60 + minute });
}

function papers(...ids: readonly string[]): readonly ReceivedComponent[] {
  return ids.map((id) => ({ id, form: 'original', count: 1 }));
}

function without(facts: BirthFacts, ...prefixes: readonly string[]): BirthFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([key]) => !prefixes.some((prefix) => key.startsWith(prefix))),
  );
}

const usual = papers('declaration', 'birth-notice');
const morning = { today: thursday, receivedAt: at(thursday, 9, 0) } as const;

const accepted: readonly Example<BirthFacts>[] = [
  {
    name: 'in time, parents married',
    facts: married,
    components: usual,
    ...morning,
    problems: [],
    due: thursday,
    fee: 0,
  },
  {
    name: 'on the 60th day, at 15:00 exactly',
    facts: { ...without(married, 'paper.birthDate'), 'child.birthDate': plainDate(2026, 8, 3) },
    components: usual,
    today: friday,
    receivedAt: at(friday, 15, 0),
    problems: [],
    due: friday,
    fee: 0,
  },
  {
    name: 'on the 61st day, after 15:00 on a Friday',
    facts: { ...without(married, 'paper.birthDate'), 'child.birthDate': plainDate(2026, 8, 2) },
    components: usual,
    today: friday,
    receivedAt: at(friday, 15, 1),
    problems: [],
    warnings: ['rule/procedure#B01'],
    due: monday,
    fee: 5000,
  },
  {
    name: 'late, of a poor household, with two copies to pay',
    facts: {
      ...without(married, 'paper.birthDate'),
      'child.birthDate': plainDate(2025, 1, 5),
      'fee.exemption': 'poor',
      'copies.request': { wanted: true, count: 2 },
    },
    components: usual,
    ...morning,
    problems: [],
    warnings: ['rule/procedure#B01'],
    fee: 16000,
  },
  {
    name: 'in time, three copies free for a level-2 electronic identity',
    facts: {
      ...married,
      'copies.request': { wanted: true, count: 3 },
      'copies.electronicIdentity': true,
    },
    components: usual,
    ...morning,
    problems: [],
    fee: 0,
  },
  {
    name: 'father undetermined, the child bears the family name of the mother',
    facts: motherAlone,
    components: usual,
    ...morning,
    problems: [],
    fee: 0,
  },
  {
    name: 'abandoned child, found in this commune',
    facts: foundling,
    components: papers('declaration', 'abandonment-record'),
    ...morning,
    problems: [],
  },
  {
    name: 'both parents undetermined, not abandoned',
    facts: {
      ...foundling,
      'case.child': 'both-undetermined',
      'paper.kind': 'witness',
    },
    components: papers('declaration', 'birth-witness'),
    ...morning,
    problems: [],
  },
  {
    name: 'first of twins',
    facts: { ...married, 'paper.childrenBorn': 2, 'paper.birthTime': '07:10' },
    components: usual,
    ...morning,
    problems: [],
  },
  {
    name: 'second of twins',
    facts: {
      ...married,
      'child.name': { family: 'Nguyễn', middle: 'Minh', given: 'Ân' },
      'paper.childrenBorn': 2,
      'paper.birthTime': '07:18',
    },
    components: usual,
    ...morning,
    problems: [],
  },
  {
    name: 'mobile registration at home, by an authorised grandparent',
    facts: {
      ...married,
      ...carer,
      'requester.relation': 'grandparent',
      'requester.authorised': true,
      'case.mobile': true,
    },
    components: papers('declaration', 'birth-notice', 'authorisation'),
    ...morning,
    problems: [],
    due: plainDate(2026, 10, 8),
  },
  {
    name: 'surrogacy, and parents who married after the birth',
    facts: {
      ...married,
      'case.surrogacy': true,
      'marriage.date': plainDate(2026, 9, 20),
      'marriage.afterBirth': true,
    },
    components: papers(
      'declaration',
      'birth-notice',
      'surrogacy-confirmation',
      'shared-child-acknowledgement',
    ),
    ...morning,
    problems: [],
  },
];

const refused: readonly Example<BirthFacts>[] = [
  {
    name: 'born tomorrow',
    facts: { ...without(married, 'paper.birthDate'), 'child.birthDate': friday },
    components: usual,
    ...morning,
    problems: ['rule/procedure#B01'],
  },
  {
    name: 'unmarried parents, father declared: recognition comes first',
    facts: { ...without(married, 'marriage'), 'case.parentsMarried': false },
    components: usual,
    ...morning,
    problems: ['rule/procedure#B02'],
  },
  {
    name: 'mother undetermined, asked by the father: recognition comes first',
    facts: {
      ...without(married, 'mother', 'marriage', 'paper.motherName', 'case.parentsMarried'),
      'case.child': 'mother-undetermined',
      'requester.relation': 'other',
      'requester.relationNote': 'Bác ruột',
    },
    components: usual,
    ...morning,
    problems: ['rule/procedure#B02'],
  },
  {
    name: 'married parents, father left blank',
    facts: without(married, 'father'),
    components: usual,
    ...morning,
    problems: ['rule/procedure#B03'],
  },
  {
    name: 'personal ID of 9 digits',
    facts: { ...married, 'mother.personalId': '012345678' as PersonalId },
    components: usual,
    ...morning,
    problems: ['rule/G01'],
  },
  {
    name: 'mother known by year only, without residence',
    facts: {
      ...without(married, 'mother.residence'),
      'mother.birthDate': '1995' as PartialDate,
    },
    components: usual,
    ...morning,
    problems: ['rule/G03'],
  },
  {
    name: 'giấy chứng sinh not received, a paper outside the list taken',
    facts: married,
    components: papers('declaration', 'household-book'),
    ...morning,
    problems: ['rule/G04', 'rule/missing-component'],
  },
  {
    name: 'marriage registered tomorrow',
    facts: { ...married, 'marriage.date': friday },
    components: usual,
    ...morning,
    problems: ['rule/procedure'],
  },
  {
    name: 'code of the giấy chứng sinh misspelt',
    facts: { ...married, 'paper.code': '0123.GCS.1009.26' },
    components: usual,
    ...morning,
    problems: ['rule/procedure'],
  },
];

/** Accepted, and worth a second look: each warns of one thing. */
const doubtful: readonly Example<BirthFacts>[] = [
  {
    name: 'giấy chứng sinh says another date, mother and gender',
    facts: {
      ...married,
      'paper.motherName': { family: 'Trần', middle: 'Thị', given: 'Hạ' },
      'paper.birthDate': plainDate(2026, 9, 14),
      'paper.gender': 'male',
    },
    components: usual,
    ...morning,
    problems: [],
    warnings: ['rule/procedure#B06'],
  },
  {
    name: 'ethnicity of neither parent',
    facts: { ...married, 'child.ethnicity': 'Tày' },
    components: usual,
    ...morning,
    problems: [],
    warnings: ['rule/procedure#B04'],
  },
  {
    name: 'origin of neither parent',
    facts: {
      ...married,
      'mother.origin': { ...homeTown, commune: 'Xã Ba Vì' },
      'father.origin': { ...homeTown, commune: 'Xã Sóc Sơn' },
    },
    components: usual,
    ...morning,
    problems: [],
    warnings: ['rule/procedure#B05'],
  },
  {
    name: 'personal ID of the mother says a man born in 1992',
    facts: { ...married, 'mother.personalId': '001092000999' as PersonalId },
    components: usual,
    ...morning,
    problems: [],
    warnings: ['rule/G02'],
  },
];

export const examples: readonly Example<BirthFacts>[] = [...accepted, ...doubtful, ...refused];
