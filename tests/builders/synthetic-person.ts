import type { OfficeProfile } from '#shared/dossiers/office.ts';
import { addDays, fullYearsBetween, type PlainDate, partsOf, plainDate } from '#shared/kernel/plain-date.ts';
import type {
  Gender,
  IdentityDocument,
  PartialDate,
  PersonalId,
  PersonName,
  Residence,
} from '#shared/people/person-values.ts';
import { pick, type Random, whole } from './random.ts';

export type SyntheticPerson = {
  readonly name: PersonName;
  readonly gender: Gender;
  readonly birthDate: PlainDate & PartialDate;
  readonly personalId: PersonalId;
  readonly document: IdentityDocument;
  readonly residence: Residence;
};

const families =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Mai Đào Tạ Quách Chu Tống'.split(
    ' ',
  );
const middles: Readonly<Record<Gender, readonly string[]>> = {
  male: 'Văn,Đức,Minh,Quang,Hữu,Công,Đình,Gia,Tuấn,Anh,Thế,Xuân,Hoàng,Bảo,Trung,Ngọc Minh,Văn Đức'.split(','),
  female: 'Thị,Thu,Ngọc,Minh,Thị Thanh,Thị Hồng,Phương,Thảo,Thùy,Bích,Quỳnh,Khánh,Diệu,Thị Kim,Mai'.split(
    ',',
  ),
};
const givens: Readonly<Record<Gender, readonly string[]>> = {
  male: 'Anh Bình Cường Dũng Đạt Hải Hiếu Hòa Hùng Huy Khánh Khoa Kiên Lâm Long Mạnh Nam Nghĩa Phong Phúc Quân Quốc Sơn Tâm Thành Thắng Tiến Toàn Trường Tú Tùng Việt Vinh Ý'.split(
    ' ',
  ),
  female:
    'An Anh Chi Dung Diệp Giang Hà Hạnh Hiền Hoa Hòa Hương Huyền Lan Liên Linh Loan Mai My Nga Ngân Ngọc Nhung Oanh Phượng Quyên Thảo Thủy Trang Trâm Tuyết Uyên Vân Xuân Yến'.split(
      ' ',
    ),
};
const streets = 'Hoa Sữa,Ban Mai,Bằng Lăng,Hương Sen,Phượng Vĩ,Sao Khuê,Thảo Nguyên,Bình Yên'.split(',');

/** A name a person of that gender could bear; of a given family when it is a child. */
export function makeName(random: Random, gender: Gender, family = pick(random, families)): PersonName {
  return { family, middle: pick(random, middles[gender]), given: pick(random, givens[gender]) };
}

/** A person of that age on a day, living in the office's commune, whose number agrees with gender and birth year. */
export function makePerson(
  random: Random,
  options: {
    readonly gender: Gender;
    readonly age: number;
    readonly on: PlainDate;
    readonly office: OfficeProfile;
  },
): SyntheticPerson {
  const { gender, on, office } = options;
  const birthDate = bornAt(random, options.age, on);
  const personalId = makePersonalId(random, gender, birthDate);
  return {
    name: makeName(random, gender),
    gender,
    birthDate,
    personalId,
    document: {
      kind: 'citizen-card',
      number: personalId,
      issuedOn: plainDate(2021, whole(random, 1, 12), whole(random, 1, 28)),
      issuer: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
    },
    residence: {
      kind: 'permanent',
      province: office.province,
      commune: office.commune,
      detail: `Số ${whole(random, 1, 400)} phố ${pick(random, streets)}`,
      country: '',
    },
  };
}

/** 001, then gender with century, two digits of the year, six at random (NĐ 137/2015/NĐ-CP). */
export function makePersonalId(random: Random, gender: Gender, birthDate: PlainDate): PersonalId {
  const { year } = partsOf(birthDate);
  const century = (Math.floor(year / 100) - 19) * 2 + (gender === 'female' ? 1 : 0);
  const serial = String(whole(random, 0, 999_999)).padStart(6, '0');
  return `001${century}${String(year % 100).padStart(2, '0')}${serial}` as PersonalId;
}

/** A full date is a partial date that lacks nothing. */
export function asPartialDate(date: PlainDate): PlainDate & PartialDate {
  return date as PlainDate & PartialDate;
}

function bornAt(random: Random, age: number, on: PlainDate): PlainDate & PartialDate {
  const { year } = partsOf(on);
  const date = addDays(plainDate(year - age, 1, 1), whole(random, 0, 360));
  return asPartialDate(fullYearsBetween(date, on) < age ? addDays(date, -366) : date);
}
