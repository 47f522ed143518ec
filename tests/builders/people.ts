import type { OfficeProfile } from '#shared/dossiers/office.ts';
import { addDays, type PlainDate, partsOf } from '#shared/kernel/plain-date.ts';
import type { Place } from '#shared/people/person-values.ts';
import type { BirthFacts } from '#shared/procedures/birth-registration/form.ts';
import { neededComponents } from '#shared/procedures/check-declaration.ts';
import type { DeathFacts } from '#shared/procedures/death-registration/form.ts';
import type { AnyProcedure, ReceivedComponent } from '#shared/procedures/define-procedure.ts';
import { chance, pick, type Random, whole } from './random.ts';
import { asPartialDate, makeName, makePerson, type SyntheticPerson } from './synthetic-person.ts';

type Setting = { readonly today: PlainDate; readonly office: OfficeProfile };

const hospitals = ['Bệnh viện Phụ sản Bằng Lăng', 'Bệnh viện Đa khoa Hoa Sữa', 'Trạm y tế phường'];
const causes = ['Bệnh tuổi già', 'Suy tim', 'Ung thư phổi', 'Tai biến mạch máu não', 'Không rõ'];

/** A birth declaration without error or warning: married parents, or a mother alone in one of ten. */
export function makeBirthFacts(random: Random, { today, office }: Setting): BirthFacts {
  const born = addDays(today, -(chance(random, 0.08) ? whole(random, 61, 400) : whole(random, 1, 60)));
  const mother = makePerson(random, { gender: 'female', age: whole(random, 20, 39), on: born, office });
  const father = makePerson(random, { gender: 'male', age: whole(random, 22, 45), on: born, office });
  const alone = chance(random, 0.1);
  const gender = chance(random, 0.51) ? 'male' : 'female';
  const parent = alone || chance(random, 0.5) ? mother : father;
  return {
    ...requester(random, parent),
    'requester.relation': parent === mother ? 'mother' : 'father',
    'child.name': makeName(random, gender, alone ? mother.name.family : father.name.family),
    'child.birthDate': born,
    'child.gender': gender,
    'child.ethnicity': 'Kinh',
    'child.nationality': 'Việt Nam',
    'child.birthPlace': hospitalIn(random, office),
    'child.origin': { facility: '', detail: '', commune: 'Xã Thạch Thất', province: 'Hà Nội', country: '' },
    ...declared('mother', mother),
    ...(alone
      ? { 'case.child': 'father-undetermined' }
      : {
          'case.child': 'parents-known',
          'case.parentsMarried': true,
          ...declared('father', father),
          ...marriage(random, born, office),
        }),
    'paper.kind': 'birth-notice',
    'paper.code': noticeCode(random, born),
    'paper.motherName': mother.name,
    'paper.birthDate': born,
    'paper.gender': gender,
    ...copies(random),
  };
}

/** A death declaration without error or warning: an adult of this commune, registered by a child. */
export function makeDeathFacts(random: Random, { today, office }: Setting): DeathFacts {
  const died = addDays(today, -(chance(random, 0.1) ? whole(random, 16, 300) : whole(random, 0, 15)));
  const gender = chance(random, 0.5) ? 'male' : 'female';
  const deceased = makePerson(random, { gender, age: whole(random, 50, 95), on: died, office });
  const child = makePerson(random, { gender: 'male', age: whole(random, 20, 45), on: died, office });
  const place = hospitalIn(random, office);
  return {
    ...requester(random, child),
    'requester.relation': 'child',
    'deceased.name': deceased.name,
    'deceased.gender': gender,
    'deceased.birthDate': deceased.birthDate,
    'deceased.ethnicity': 'Kinh',
    'deceased.nationality': 'Việt Nam',
    'deceased.personalId': deceased.personalId,
    'deceased.residence': deceased.residence,
    'death.time': `${two(whole(random, 0, 23))}:${two(whole(random, 0, 59))}`,
    'death.date': asPartialDate(died),
    'death.place': place,
    'death.cause': pick(random, causes),
    'notice.kind': 'health-facility',
    'notice.number': `${whole(random, 1, 900)}/GBT`,
    'notice.issuer': place.facility,
    'notice.date': died,
    ...copies(random),
  };
}

/** Every paper these facts need, as one original each. */
export function componentsFor(
  procedure: AnyProcedure,
  facts: Parameters<typeof neededComponents>[1],
): readonly ReceivedComponent[] {
  return neededComponents(procedure, facts)
    .filter((item) => !item.optional)
    .map((item) => ({ id: item.id, form: 'original', count: 1 }));
}

function requester(random: Random, person: SyntheticPerson) {
  return {
    'requester.name': person.name,
    'requester.birthDate': person.birthDate,
    'requester.personalId': person.personalId,
    'requester.document': person.document,
    'requester.residence': person.residence,
    'requester.phone': `09${String(whole(random, 0, 99_999_999)).padStart(8, '0')}`,
  } as const;
}

function declared<P extends 'mother' | 'father'>(parent: P, person: SyntheticPerson): BirthFacts {
  return {
    [`${parent}.name`]: person.name,
    [`${parent}.birthDate`]: person.birthDate,
    [`${parent}.personalId`]: person.personalId,
    [`${parent}.ethnicity`]: 'Kinh',
    [`${parent}.nationality`]: 'Việt Nam',
    [`${parent}.residence`]: person.residence,
  };
}

function marriage(random: Random, born: PlainDate, office: OfficeProfile): BirthFacts {
  const date = addDays(born, -whole(random, 200, 1500));
  const { year } = partsOf(date);
  return {
    'marriage.number': `${two(whole(random, 1, 200))}/${year}`,
    'marriage.volume': `01/${year}`,
    'marriage.date': date,
    'marriage.place': `${office.name}, ${office.province}`,
  };
}

function copies(random: Random) {
  return chance(random, 0.3) ? { 'copies.request': { wanted: true, count: whole(random, 1, 5) } } : {};
}

function hospitalIn(random: Random, office: OfficeProfile): Place {
  const { commune, province } = office;
  return { facility: pick(random, hospitals), detail: '', commune, province, country: '' };
}

function noticeCode(random: Random, born: PlainDate): string {
  const serial = String(whole(random, 1, 99_999)).padStart(5, '0');
  return `${serial}.GCS.01009.${two(partsOf(born).year % 100)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
