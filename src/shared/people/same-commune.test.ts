import { expect, test } from 'vitest';
import { sameCommune } from './same-commune.ts';

const ward = { commune: 'Phường Cầu Giấy', province: 'Hà Nội' };

test('a commune is the same with and without its kind, in any letter case', () => {
  expect(sameCommune(ward, { commune: 'Cầu Giấy', province: 'Hà Nội' })).toBe(true);
  expect(sameCommune(ward, { commune: 'phường cầu giấy'.normalize('NFD'), province: 'HÀ NỘI' })).toBe(true);
});

test('a ward and a commune of one name are two places, and so are namesakes of two provinces', () => {
  expect(sameCommune(ward, { commune: 'Xã Cầu Giấy', province: 'Hà Nội' })).toBe(false);
  expect(sameCommune(ward, { commune: 'Phường Cầu Giấy', province: 'Phú Thọ' })).toBe(false);
});
