import { expect, test } from 'vitest';
import { plainDate } from '#shared/kernel/plain-date.ts';
import { checkDeclaration } from '#shared/procedures/check-declaration.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import { contextOn } from '#tests/builders/contexts.ts';
import { testOffice } from '#tests/builders/offices.ts';
import { componentsFor, makeBirthFacts, makeDeathFacts } from '#tests/builders/people.ts';
import { seededRandom } from '#tests/builders/random.ts';

const today = plainDate(2026, 3, 3);
const setting = { today, office: testOffice };
const makers = { 'birth-registration': makeBirthFacts, 'death-registration': makeDeathFacts };

test.each(Object.entries(makers))(
  '300 made declarations of %s raise neither error nor warning',
  (id, make) => {
    const procedure = findProcedure(id);
    if (!procedure) throw new Error(id);
    for (let seed = 1; seed <= 300; seed += 1) {
      const facts = make(seededRandom(seed), setting);
      const checked = checkDeclaration(procedure, facts, componentsFor(procedure, facts), contextOn(today));
      const wrong = checked.problems.filter((each) => each.severity !== 'notice');
      expect(wrong, `seed ${seed}: ${JSON.stringify(wrong)}`).toEqual([]);
      expect(checked.facts, `seed ${seed}: nothing is changed or dropped by normalising`).toEqual(facts);
    }
  },
);

test('one seed always makes the same declaration, another seed another one', () => {
  expect(makeBirthFacts(seededRandom(7), setting)).toEqual(makeBirthFacts(seededRandom(7), setting));
  expect(makeBirthFacts(seededRandom(7), setting)).not.toEqual(makeBirthFacts(seededRandom(8), setting));
});
