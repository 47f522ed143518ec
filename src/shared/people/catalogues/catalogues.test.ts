import { describe, expect, test } from 'vitest';
import { ethnicities, findEthnicity } from './ethnicities.ts';
import { hanoiCommunes } from './hanoi-communes.ts';
import { nationalities } from './nationalities.ts';
import { findProvince, formerProvinceNames, provinces } from './provinces.ts';

function unique(values: readonly string[]): number {
  return new Set(values).size;
}

describe('ethnic groups', () => {
  test('are 54 in official order, then foreigners and unknown', () => {
    expect(ethnicities).toHaveLength(56);
    expect(ethnicities.find((each) => each.code === '01')?.name).toBe('Kinh');
    expect(ethnicities.find((each) => each.code === '54')?.name).toBe('Rơ-măm');
    expect(ethnicities.find((each) => each.code === '56')?.name).toBe('Không rõ');
  });

  test('no spelling stands for two groups', () => {
    const spellings = ethnicities.flatMap((each) =>
      [each.name, ...each.aliases].map((name) => name.toLowerCase()),
    );
    expect(unique(spellings)).toBe(spellings.length);
  });

  test.each([
    ['kinh', '01'],
    ["H'Mông", '08'],
    ['Hmông', '08'],
    ['Ê Đê', '12'],
    ['Khmer', '05'],
    ['Cờ Lao', '47'],
    ['vân kiều', '23'],
  ])('%s is found as %s', (text, code) => {
    expect(findEthnicity(text)?.code).toBe(code);
  });

  test('a local group the list does not hold is not guessed', () => {
    expect(findEthnicity('Xá')).toBeUndefined();
    expect(findEthnicity('')).toBeUndefined();
  });
});

test('nationalities start with Việt Nam and have one code and one name each', () => {
  expect(nationalities[0]).toEqual({ code: 'VN', name: 'Việt Nam' });
  expect(unique(nationalities.map((each) => each.code))).toBe(nationalities.length);
  expect(unique(nationalities.map((each) => each.name))).toBe(nationalities.length);
  expect(nationalities.every((each) => /^[A-Z]{2}$/.test(each.code) && each.name !== '')).toBe(true);
});

describe('provinces', () => {
  test('are 34 made of 63', () => {
    expect(unique(provinces.map((each) => each.code))).toBe(34);
    expect(formerProvinceNames.size).toBe(63);
    expect(unique([...formerProvinceNames.values()])).toBe(63);
  });

  test.each([
    ['Hà Nội', 'Hà Nội'],
    ['thành phố Hà Nội', 'Hà Nội'],
    ['TP. Hồ Chí Minh', 'Thành phố Hồ Chí Minh'],
    ['Tỉnh Thái Bình', 'Hưng Yên'],
    ['Thừa Thiên Huế', 'Huế'],
    ['Bắc Ninh', 'Bắc Ninh'],
  ])('%s is in %s today', (text, name) => {
    expect(findProvince(text)?.name).toBe(name);
  });

  test('an unknown name is in none', () => {
    expect(findProvince('Vân Nam')).toBeUndefined();
    expect(findProvince('')).toBeUndefined();
  });
});

test('Hà Nội has 51 wards and 75 communes', () => {
  expect(hanoiCommunes.filter((each) => each.startsWith('Phường '))).toHaveLength(51);
  expect(hanoiCommunes.filter((each) => each.startsWith('Xã '))).toHaveLength(75);
  expect(unique(hanoiCommunes)).toBe(126);
});
