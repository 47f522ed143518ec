import { foldForSearch } from '../fold.ts';

export type Province = {
  /** Two digits of the administrative list (QĐ 19/2025/QĐ-TTg). */
  readonly code: string;
  readonly name: string;
  readonly kind: 'thành phố' | 'tỉnh';
  /** The provinces before 01/7/2025 it is made of: code within personal ids and name. */
  readonly former: readonly (readonly [code: string, name: string])[];
};

type Row = [code: string, name: string, former: string, kind?: Province['kind']];

/** The 34 provinces since 01/7/2025 (NQ 202/2025/QH15) and the 63 they were made of. Hà Nội first. */
export const provinces: readonly Province[] = (
  [
    ['01', 'Hà Nội', '001 Hà Nội', 'thành phố'],
    ['04', 'Cao Bằng', '004 Cao Bằng'],
    ['08', 'Tuyên Quang', '002 Hà Giang, 008 Tuyên Quang'],
    ['11', 'Điện Biên', '011 Điện Biên'],
    ['12', 'Lai Châu', '012 Lai Châu'],
    ['14', 'Sơn La', '014 Sơn La'],
    ['15', 'Lào Cai', '010 Lào Cai, 015 Yên Bái'],
    ['19', 'Thái Nguyên', '006 Bắc Kạn, 019 Thái Nguyên'],
    ['20', 'Lạng Sơn', '020 Lạng Sơn'],
    ['22', 'Quảng Ninh', '022 Quảng Ninh'],
    ['24', 'Bắc Ninh', '024 Bắc Giang, 027 Bắc Ninh'],
    ['25', 'Phú Thọ', '017 Hòa Bình, 025 Phú Thọ, 026 Vĩnh Phúc'],
    ['31', 'Hải Phòng', '030 Hải Dương, 031 Hải Phòng', 'thành phố'],
    ['33', 'Hưng Yên', '033 Hưng Yên, 034 Thái Bình'],
    ['37', 'Ninh Bình', '035 Hà Nam, 036 Nam Định, 037 Ninh Bình'],
    ['38', 'Thanh Hóa', '038 Thanh Hóa'],
    ['40', 'Nghệ An', '040 Nghệ An'],
    ['42', 'Hà Tĩnh', '042 Hà Tĩnh'],
    ['44', 'Quảng Trị', '044 Quảng Bình, 045 Quảng Trị'],
    ['46', 'Huế', '046 Thừa Thiên Huế', 'thành phố'],
    ['48', 'Đà Nẵng', '048 Đà Nẵng, 049 Quảng Nam', 'thành phố'],
    ['51', 'Quảng Ngãi', '051 Quảng Ngãi, 062 Kon Tum'],
    ['52', 'Gia Lai', '052 Bình Định, 064 Gia Lai'],
    ['56', 'Khánh Hòa', '056 Khánh Hòa, 058 Ninh Thuận'],
    ['66', 'Đắk Lắk', '054 Phú Yên, 066 Đắk Lắk'],
    ['68', 'Lâm Đồng', '060 Bình Thuận, 067 Đắk Nông, 068 Lâm Đồng'],
    ['75', 'Đồng Nai', '070 Bình Phước, 075 Đồng Nai'],
    [
      '79',
      'Thành phố Hồ Chí Minh',
      '074 Bình Dương, 077 Bà Rịa - Vũng Tàu, 079 Thành phố Hồ Chí Minh',
      'thành phố',
    ],
    ['80', 'Tây Ninh', '072 Tây Ninh, 080 Long An'],
    ['82', 'Đồng Tháp', '082 Tiền Giang, 087 Đồng Tháp'],
    ['86', 'Vĩnh Long', '083 Bến Tre, 084 Trà Vinh, 086 Vĩnh Long'],
    ['91', 'An Giang', '089 An Giang, 091 Kiên Giang'],
    ['92', 'Cần Thơ', '092 Cần Thơ, 093 Hậu Giang, 094 Sóc Trăng', 'thành phố'],
    ['96', 'Cà Mau', '095 Bạc Liêu, 096 Cà Mau'],
  ] satisfies Row[] as Row[]
).map(([code, name, former, kind = 'tỉnh']) => ({
  code,
  name,
  kind,
  former: former.split(', ').map((each): [string, string] => [each.slice(0, 3), each.slice(4)]),
}));

/** Code within personal ids to the name of the province it stood for: the 63 of before 01/7/2025. */
export const formerProvinceNames: ReadonlyMap<string, string> = new Map(
  provinces.flatMap((province) => province.former),
);

/** The province of today for a name of today or of before, with or without "Tỉnh", "Thành phố", "TP". */
export function findProvince(text: string): Province | undefined {
  const wanted = bareName(text);
  return (
    provinces.find((province) => bareName(province.name) === wanted) ??
    provinces.find((province) => province.former.some(([, name]) => bareName(name) === wanted))
  );
}

function bareName(text: string): string {
  return foldForSearch(text).replace(/^(tinh|thanh pho|tp) (?=.)/, '');
}
