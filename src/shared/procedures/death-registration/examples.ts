import { type Instant, instantAt } from '#shared/kernel/instant.ts';
import { type PlainDate, plainDate } from '#shared/kernel/plain-date.ts';
import type { PartialDate, PersonalId } from '#shared/people/person-values.ts';
import type { Example, ReceivedComponent } from '#shared/procedures/define-procedure.ts';
import type { DeathFacts } from './form.ts';

const thursday = plainDate(2026, 10, 1);
const friday = plainDate(2026, 10, 2);
const monday = plainDate(2026, 10, 5);

function at(date: PlainDate, hour: number, minute: number): Instant {
  return instantAt({ date, minutes: hour * 60 + minute });
}

function papers(...ids: readonly string[]): readonly ReceivedComponent[] {
  return ids.map((id) => ({ id, form: 'original', count: 1 }));
}

const ward = { commune: 'Phường Cầu Giấy', province: 'Hà Nội', country: '' } as const;
const home = { kind: 'permanent', detail: 'Số 5 ngách 6 phố Hoa Ban', ...ward } as const;

/** A daughter registers her father; every name and number is made up. */
const usual: DeathFacts = {
  'requester.name': { family: 'Hoàng', middle: 'Thị', given: 'Lựu' },
  'requester.birthDate': '1978-03-09' as PartialDate,
  'requester.personalId': '001178000321' as PersonalId,
  'requester.document': {
    kind: 'citizen-card',
    number: '001178000321',
    issuedOn: plainDate(2022, 1, 15),
    issuer: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
  },
  'requester.relation': 'child',
  'requester.phone': '0900000002',
  'deceased.name': { family: 'Hoàng', middle: 'Đình', given: 'Phúc' },
  'deceased.gender': 'male',
  'deceased.birthDate': '1945-08-02' as PartialDate,
  'deceased.ethnicity': 'Kinh',
  'deceased.nationality': 'Việt Nam',
  'deceased.personalId': '001045000654' as PersonalId,
  'deceased.residence': home,
  'death.time': '04:05',
  'death.date': '2026-09-25' as PartialDate,
  'death.place': { facility: 'Bệnh viện Đa khoa Bằng Lăng', detail: '', ...ward },
  'death.cause': 'Bệnh tuổi già',
  'notice.kind': 'health-facility',
  'notice.number': '12/GBT',
  'notice.issuer': 'Bệnh viện Đa khoa Bằng Lăng',
  'notice.date': plainDate(2026, 9, 25),
};

const child: DeathFacts = {
  ...without(usual, 'deceased.personalId'),
  'deceased.name': { family: 'Hoàng', middle: 'Gia', given: 'Bảo' },
  'requester.relation': 'parent',
  'requester.personalId': '001190000322' as PersonalId,
  'requester.birthDate': '1990-03-09' as PartialDate,
};

const longAgo: DeathFacts = {
  ...without(usual, 'notice', 'death.time', 'deceased.personalId'),
  'deceased.birthDate': '1920' as PartialDate,
  'death.date': '1985' as PartialDate,
  'death.cause': 'Không rõ',
  'notice.kind': 'evidence',
  'notice.evidence': 'documents',
  'notice.evidenceNote': 'Bia mộ và sổ ghi chép của dòng họ có xác nhận của UBND xã',
};

function without(facts: DeathFacts, ...prefixes: readonly string[]): DeathFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([key]) => !prefixes.some((prefix) => key.startsWith(prefix))),
  );
}

const components = papers('declaration', 'death-notice');
const morning = { today: thursday, receivedAt: at(thursday, 9, 0), components } as const;

export const examples: readonly Example<DeathFacts>[] = [
  {
    name: 'in time, in a health facility',
    facts: usual,
    ...morning,
    problems: [],
    warnings: ['rule/procedure#D04'],
    due: thursday,
    fee: 0,
  },
  {
    name: 'on the 15th day, at 15:00 exactly',
    facts: { ...usual, 'death.date': '2026-09-17' as PartialDate },
    components,
    today: friday,
    receivedAt: at(friday, 15, 0),
    problems: [],
    due: friday,
    fee: 0,
  },
  {
    name: 'on the 16th day, after 15:00 on a Friday',
    facts: { ...usual, 'death.date': '2026-09-16' as PartialDate },
    components,
    today: friday,
    receivedAt: at(friday, 15, 1),
    problems: [],
    warnings: ['rule/procedure#D01'],
    due: monday,
    fee: 5000,
  },
  {
    name: 'late, of a family of merit, with two copies to pay',
    facts: {
      ...usual,
      'death.date': '2026-01-10' as PartialDate,
      'notice.date': plainDate(2026, 1, 11),
      'fee.exemption': 'merit',
      'copies.request': { wanted: true, count: 2 },
    },
    ...morning,
    problems: [],
    warnings: ['rule/procedure#D01'],
    fee: 16000,
  },
  {
    name: 'hour of death unknown, cause unknown, confirmed by the police',
    facts: {
      ...without(usual, 'death.time'),
      'death.cause': 'Không rõ',
      'notice.kind': 'police',
      'notice.issuer': 'Công an phường Cầu Giấy',
    },
    ...morning,
    problems: [],
  },
  {
    name: 'declared dead by a court',
    facts: {
      ...without(usual, 'death.time'),
      'notice.kind': 'court',
      'notice.number': '07/2026/QĐDS-ST',
      'notice.issuer': 'Tòa án nhân dân khu vực 1',
      'notice.date': plainDate(2026, 9, 28),
    },
    ...morning,
    problems: [],
  },
  {
    name: 'death of long ago, years only, proved by other papers',
    facts: longAgo,
    ...morning,
    components: papers('declaration', 'death-evidence'),
    problems: [],
    warnings: ['rule/procedure#D01'],
    fee: 5000,
  },
  {
    name: 'death of long ago on statements alone',
    facts: { ...longAgo, 'notice.evidence': 'statement' },
    ...morning,
    components: papers('declaration', 'death-evidence'),
    problems: [],
    warnings: ['rule/procedure'],
  },
  {
    name: 'last residence unknown, found dead in this commune, registered by an organisation',
    facts: {
      ...without(usual, 'deceased.residence', 'deceased.personalId'),
      'case.residenceUnknown': true,
      'requester.relation': 'organisation',
      'requester.authorised': true,
      'deceased.birthDate': '1970' as PartialDate,
    },
    ...morning,
    components: papers('declaration', 'death-notice', 'authorisation', 'place-of-death-proof'),
    problems: [],
  },
  {
    name: 'child of eleven months',
    facts: { ...child, 'deceased.birthDate': '2025-10-26' as PartialDate },
    ...morning,
    problems: [],
    warnings: ['rule/procedure'],
  },
  {
    name: 'child on the first birthday',
    facts: { ...child, 'deceased.birthDate': '2025-09-25' as PartialDate },
    ...morning,
    problems: [],
  },
  {
    name: 'child known by year only, the age box stays open',
    facts: { ...child, 'deceased.birthDate': '2025' as PartialDate },
    ...morning,
    problems: [],
    warnings: ['rule/procedure#D03'],
  },
  {
    name: 'mobile registration at home',
    facts: { ...usual, 'case.mobile': true },
    ...morning,
    problems: [],
    due: plainDate(2026, 10, 8),
  },
  {
    name: 'personal ID of the deceased says a woman',
    facts: { ...usual, 'deceased.personalId': '001145000654' as PersonalId },
    ...morning,
    problems: [],
    warnings: ['rule/G02'],
  },
  {
    name: 'died tomorrow',
    facts: { ...usual, 'death.date': '2026-10-02' as PartialDate },
    ...morning,
    problems: ['rule/procedure#D01'],
  },
  {
    name: 'died before being born',
    facts: { ...usual, 'death.date': '1945-08-01' as PartialDate },
    ...morning,
    problems: ['rule/procedure#D02'],
  },
  {
    name: 'giấy báo tử of tomorrow',
    facts: { ...usual, 'notice.date': friday },
    ...morning,
    problems: ['rule/procedure'],
  },
  {
    name: 'requester shows the card of the deceased',
    facts: { ...usual, 'requester.personalId': '001045000654' as PersonalId },
    ...morning,
    problems: ['rule/procedure'],
  },
  {
    name: 'personal ID of 9 digits',
    facts: { ...usual, 'deceased.personalId': '012345678' as PersonalId },
    ...morning,
    problems: ['rule/G01'],
  },
  {
    name: 'requester known by year only, without residence',
    facts: { ...usual, 'requester.birthDate': '1978' as PartialDate },
    ...morning,
    problems: ['rule/G03'],
  },
  {
    name: 'last residence left blank',
    facts: without(usual, 'deceased.residence'),
    ...morning,
    problems: ['field/required'],
  },
  {
    name: 'no giấy báo tử received, a paper outside the list taken',
    facts: usual,
    ...morning,
    components: papers('declaration', 'household-book'),
    problems: ['rule/G04', 'rule/missing-component'],
  },
];
