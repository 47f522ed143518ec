import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SecretsError } from '#main/ports/secrets.ts';
import { testFolder } from '#tests/builders/test-store.ts';
import { fileSecrets } from './file-secrets.ts';

test('a key is made once, and again the same', () => {
  using folder = testFolder();
  const key = fileSecrets(folder.path).getOrCreateKey('database');
  expect(key).toHaveLength(32);
  expect(fileSecrets(folder.path).getOrCreateKey('database').equals(key)).toBe(true);
  expect(fileSecrets(folder.path).getOrCreateKey('other').equals(key)).toBe(false);
});

test.skipIf(process.platform === 'win32')('nobody but its owner may read a key file', () => {
  using folder = testFolder();
  fileSecrets(folder.path).getOrCreateKey('database');
  expect(statSync(join(folder.path, 'database.key')).mode & 0o777).toBe(0o600);
});

test('a passphrase wraps the key: without it, or with another, there is no key and none is made', () => {
  using folder = testFolder();
  const key = fileSecrets(folder.path, 'đường dài mới biết').getOrCreateKey('database');
  expect(readFileSync(join(folder.path, 'database.key'), 'utf8')).not.toContain(key.toString('hex'));
  expect(() => fileSecrets(folder.path).getOrCreateKey('database')).toThrow(SecretsError);
  expect(() => fileSecrets(folder.path, 'khác').getOrCreateKey('database')).toThrow(SecretsError);
  expect(fileSecrets(folder.path, 'đường dài mới biết').getOrCreateKey('database').equals(key)).toBe(true);
});

test('a damaged key file is never replaced', () => {
  using folder = testFolder();
  for (const damaged of ['', '{"plain":"00"}', 'not json']) {
    writeFileSync(join(folder.path, 'database.key'), damaged);
    expect(() => fileSecrets(folder.path).getOrCreateKey('database')).toThrow(SecretsError);
  }
  expect(readdirSync(folder.path)).toEqual(['database.key']);
});

test('a name cannot leave the folder', () => {
  using folder = testFolder();
  expect(() => fileSecrets(folder.path).getOrCreateKey('../database')).toThrow(RangeError);
});
