import { plainDate } from '#shared/kernel/plain-date.ts';
import type { PartialDate, PersonalId } from '#shared/people/person-values.ts';
import type { BirthFacts } from './form.ts';

/** Synthetic people the examples are made of; every name and number is made up. */
const home = {
  kind: 'permanent',
  province: 'Hà Nội',
  commune: 'Phường Cầu Giấy',
  detail: 'Số 12 ngõ 34 đường Hoa Sữa',
  country: '',
} as const;

const hospital = {
  facility: 'Bệnh viện Phụ sản Bằng Lăng',
  detail: 'Số 1 phố Ban Mai',
  commune: 'Phường Cầu Giấy',
  province: 'Hà Nội',
  country: '',
};
export const homeTown = {
  facility: '',
  detail: '',
  commune: 'Xã Thạch Thất',
  province: 'Hà Nội',
  country: '',
};

const mother = {
  'mother.name': { family: 'Trần', middle: 'Thị Thu', given: 'Hà' },
  'mother.birthDate': '1995-02-14' as PartialDate,
  'mother.personalId': '001195000123' as PersonalId,
  'mother.document': {
    kind: 'citizen-card',
    number: '001195000123',
    issuedOn: plainDate(2021, 5, 20),
    issuer: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
  },
  'mother.ethnicity': 'Kinh',
  'mother.nationality': 'Việt Nam',
  'mother.residence': home,
} as const satisfies BirthFacts;

const father = {
  'father.name': { family: 'Nguyễn', middle: 'Văn', given: 'Bình' },
  'father.birthDate': '1992-11-03' as PartialDate,
  'father.personalId': '001092000456' as PersonalId,
  'father.ethnicity': 'Kinh',
  'father.nationality': 'Việt Nam',
  'father.residence': home,
} as const satisfies BirthFacts;

const marriage = {
  'marriage.number': '45/2019',
  'marriage.volume': '01/2019',
  'marriage.date': plainDate(2019, 10, 10),
  'marriage.place': 'UBND xã Thạch Thất, Hà Nội',
} as const satisfies BirthFacts;

const requester = {
  'requester.name': mother['mother.name'],
  'requester.birthDate': mother['mother.birthDate'],
  'requester.personalId': mother['mother.personalId'],
  'requester.document': mother['mother.document'],
  'requester.relation': 'mother',
  'requester.phone': '0900000001',
} as const satisfies BirthFacts;

const child = {
  'child.name': { family: 'Nguyễn', middle: 'Minh', given: 'Anh' },
  'child.birthDate': plainDate(2026, 9, 15),
  'child.gender': 'female',
  'child.ethnicity': 'Kinh',
  'child.nationality': 'Việt Nam',
  'child.birthPlace': hospital,
  'child.origin': homeTown,
} as const satisfies BirthFacts;

const birthNotice = {
  'paper.kind': 'birth-notice',
  'paper.code': '00123.GCS.01009.26',
  'paper.motherName': mother['mother.name'],
  'paper.birthDate': child['child.birthDate'],
  'paper.gender': 'female',
} as const satisfies BirthFacts;

export const married: BirthFacts = {
  'case.child': 'parents-known',
  'case.parentsMarried': true,
  ...requester,
  ...child,
  ...mother,
  ...father,
  ...marriage,
  ...birthNotice,
};

export const motherAlone: BirthFacts = {
  ...requester,
  ...mother,
  ...child,
  ...birthNotice,
  'case.child': 'father-undetermined',
  'child.name': { family: 'Trần', middle: 'Minh', given: 'Anh' },
};

/** The carer of a child without parents: a synthetic social centre. */
export const carer = {
  'requester.name': { family: 'Lê', middle: 'Thị', given: 'Mận' },
  'requester.birthDate': '1980-07-01' as PartialDate,
  'requester.document': {
    kind: 'identity-card',
    number: '001180000789',
    issuedOn: plainDate(2024, 8, 1),
    issuer: 'Bộ Công an',
  },
  'requester.relation': 'carer',
} as const satisfies BirthFacts;

export const foundling: BirthFacts = {
  ...carer,
  'case.child': 'abandoned',
  'child.name': { family: 'Lê', middle: 'Bình', given: 'An' },
  'child.birthDate': plainDate(2026, 9, 15),
  'child.gender': 'male',
  'child.nationality': 'Việt Nam',
  'child.birthPlace': { ...hospital, facility: '' },
  'child.origin': { ...hospital, facility: '' },
};
