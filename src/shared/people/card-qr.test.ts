import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CardData, readCardQr } from './card-qr.ts';

const whole =
  '001190000001|012345678|Nguyễn Thị Hòa|06051990|Nữ|Số 5 ngõ 10, Dịch Vọng, Cầu Giấy, Hà Nội|20112021';

function card(text: string): CardData {
  const read = readCardQr(text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function refusal(text: string): string | undefined {
  const read = readCardQr(text);
  return read.ok ? undefined : read.error[0]?.code;
}

describe('a whole card', () => {
  test('is read field by field', () => {
    expect(card(whole)).toEqual({
      personalId: '001190000001',
      oldIdNumber: '012345678',
      name: { family: 'Nguyễn', middle: 'Thị', given: 'Hòa' },
      birthDate: '1990-05-06',
      gender: 'female',
      address: 'Số 5 ngõ 10, Dịch Vọng, Cầu Giấy, Hà Nội',
      residence: {
        kind: 'permanent',
        province: 'Hà Nội',
        commune: 'Dịch Vọng',
        detail: 'Số 5 ngõ 10',
        country: '',
      },
      communeToConfirm: true,
      issuedOn: '2021-11-20',
      extra: [],
    });
  });

  test.each([
    ['a byte order mark', `\ufeff${whole}`],
    ['a carriage return', `${whole}\r`],
    ['CR LF', `${whole}\r\n`],
    ['decomposed letters', whole.normalize('NFD')],
    ['spaces around fields', whole.replaceAll('|', ' | ')],
  ])('is the same with %s', (_, text) => {
    expect(card(text)).toEqual(card(whole));
  });

  test('may have no old number', () => {
    expect(card(whole.replace('012345678', '')).oldIdNumber).toBe('');
  });

  test('may come in six fields, without the issue date or without the empty old number', () => {
    expect(card(whole.replace('|20112021', ''))).toEqual({ ...card(whole), issuedOn: undefined });
    expect(card(whole.replace('012345678|', ''))).toEqual({ ...card(whole), oldIdNumber: '' });
  });

  test('may have more fields, which are kept as they came', () => {
    expect(card(`${whole}||Nguyễn Văn Nam|Trần Thị Bình`).extra).toEqual([
      '',
      'Nguyễn Văn Nam',
      'Trần Thị Bình',
    ]);
  });

  test('may know only the year or the month of birth', () => {
    expect(card(whole.replace('06051990', '00001990')).birthDate).toBe('1990');
    expect(card(whole.replace('06051990', '00051990')).birthDate).toBe('1990-05');
  });

  test('may have a gender it does not tell', () => {
    expect(card(whole.replace('|Nữ|', '||')).gender).toBeUndefined();
  });

  test('may happen to bear no marked letter at all', () => {
    const plain = '080090000001||Phan Anh Khoa|06051990|Nam|Long An|20112021';
    expect(card(plain).name).toEqual({ family: 'Phan', middle: 'Anh', given: 'Khoa' });
  });
});

describe('the address', () => {
  test('of a card since 01/7/2025 has no district', () => {
    const newer = whole.replace('Dịch Vọng, Cầu Giấy, Hà Nội|20112021', 'Cầu Giấy, Hà Nội|01072025');
    expect(card(newer)).toMatchObject({
      residence: { detail: 'Số 5 ngõ 10', commune: 'Cầu Giấy', province: 'Hà Nội' },
      communeToConfirm: false,
    });
  });

  test('names the province of today', () => {
    const older = whole.replace('Dịch Vọng, Cầu Giấy, Hà Nội', 'Tân Dân, Khoái Châu, Tỉnh Thái Bình');
    expect(card(older).residence).toMatchObject({ commune: 'Tân Dân', province: 'Hưng Yên' });
  });

  test('may lack parts', () => {
    expect(card(whole.replace(/Số 5.*Hà Nội/, 'Hà Nội')).residence).toMatchObject({
      province: 'Hà Nội',
      commune: '',
      detail: '',
    });
    expect(card(whole.replace(/Số 5.*Hà Nội/, '')).residence.province).toBe('');
  });
});

describe('a card the reader or an input method spoilt', () => {
  test.each([
    ['replacement characters', whole.replace('Nguyễn', 'Nguy\ufffdn')],
    ['question marks for letters', whole.replace('Nguyễn', 'Nguy?n')],
    ['bytes read as another code page', whole.replace('Nguyễn', 'Nguyá»…n')],
    ['Telex keys in the name', whole.replace('Nguyễn', 'Nguyeenx')],
    ['VNI keys in the name', whole.replace('Nguyễn', 'Nguye64n')],
    ['Telex keys in the gender', whole.replace('Nữ', 'Nuwx')],
    ['marks lost everywhere', '001190000001||Nguyen Thi Hoa|06051990|Nam|Dich Vong, Ha Noi|20112021'],
    [
      'marks lost in words that stay possible',
      '001090000001||Tran Van Nam|06051990|Nam|Lang, Ha Noi|20112021',
    ],
    ['a gender without its mark', whole.replace('|Nữ|', '|Nu|')],
    ['digits typed as letters by the Vietnamese keyboard', whole.replace('001190000001', 'đđăăấđđđđđđă')],
    ['a digit of the number lost', whole.replace('001190000001', '00119000001')],
    ['bars typed as another sign', whole.replaceAll('|', '\\')],
    ['bars lost', whole.replaceAll('|', '')],
    ['a date of birth that does not exist', whole.replace('06051990', '31021990')],
    ['a name lost', whole.replace('Nguyễn Thị Hòa', '')],
  ])('%s', (_, text) => {
    expect(refusal(text)).toBe('qr/damaged');
  });
});

describe('what is no card', () => {
  test.each([
    '',
    'https://example.vn/tra-cuu?ma=1',
    'H26.15-260105-0001',
    'a|b|c|d|e|f',
    '012345678',
    '001190000001',
  ])('%j', (text) => {
    expect(refusal(text)).toBe('qr/unreadable');
  });

  test('nothing scanned makes it throw', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('001190000001', '06051990', 'Nam'))),
        (fields) => void readCardQr(fields.join('|')),
      ),
    );
  });
});
