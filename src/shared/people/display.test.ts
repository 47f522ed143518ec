import { expect, test } from 'vitest';
import { plainDate } from '../kernel/plain-date.ts';
import { displayIdentityDocument, displayPlace, displayResidence } from './display.ts';

test('a residence reads from the detail to the province', () => {
  const at = { kind: 'permanent', detail: 'Số 5', commune: 'Phường Cầu Giấy', province: 'Hà Nội' } as const;
  expect(displayResidence({ ...at, country: '' })).toBe('Số 5, Phường Cầu Giấy, Hà Nội');
  const abroad = {
    kind: 'current',
    detail: '12 Rue A, Lyon',
    commune: '',
    province: '',
    country: 'Pháp',
  } as const;
  expect(displayResidence(abroad)).toBe('12 Rue A, Lyon, Pháp');
});

test('a place starts with the health facility', () => {
  const place = {
    facility: 'Bệnh viện Phụ sản Hà Nội',
    detail: '',
    commune: 'Phường Láng',
    province: 'Hà Nội',
    country: '',
  };
  expect(displayPlace(place)).toBe('Bệnh viện Phụ sản Hà Nội, Phường Láng, Hà Nội');
});

test('an identity document names what is known of it', () => {
  const number = '001190000001';
  const issuer = 'Cục Cảnh sát quản lý hành chính về trật tự xã hội';
  const issuedOn = plainDate(2021, 11, 20);
  expect(displayIdentityDocument({ kind: 'citizen-card', number, issuer, issuedOn })).toBe(
    `Căn cước công dân số ${number} do ${issuer} cấp ngày 20/11/2021`,
  );
  expect(displayIdentityDocument({ kind: 'passport', number: 'B1234567', issuer: '', issuedOn })).toBe(
    'Hộ chiếu số B1234567 cấp ngày 20/11/2021',
  );
  expect(displayIdentityDocument({ kind: 'identity-card', number, issuer: 'Bộ Công an' })).toBe(
    `Thẻ căn cước số ${number} do Bộ Công an cấp`,
  );
  expect(displayIdentityDocument({ kind: 'other', number: '', issuer: '' })).toBe('Giấy tờ khác');
});
