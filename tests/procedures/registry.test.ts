import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { procedureFolders, registrySource } from '#scripts/procedure-registry.ts';
import { books, bookTitle } from '#shared/procedures/books.ts';
import { findProcedure, procedures } from '#shared/procedures/procedures.generated.ts';

const folder = new URL('../../src/shared/procedures/', import.meta.url);
const folders = procedureFolders(readdirSync(folder, { withFileTypes: true }));

test('the generated registry is what the folders say; run `npm run gen` when this fails', () => {
  expect(readFileSync(new URL('procedures.generated.ts', folder), 'utf8')).toBe(registrySource(folders));
});

test('a procedure bears the name of its folder and is found by it', () => {
  expect(procedures.map((procedure) => procedure.id)).toEqual(folders);
  for (const id of folders) expect(findProcedure(id)?.id).toBe(id);
  expect(findProcedure('club-membership')).toBeUndefined();
});

test('no national code is used twice, and each book has one title', () => {
  const codes = procedures.flatMap((each) => [each.code, ...each.variants.map((variant) => variant.code)]);
  expect(new Set(codes).size).toBe(codes.length);
  expect(bookTitle('birth')).toBe('Sổ đăng ký khai sinh');
  expect(bookTitle('of-a-later-version')).toBe('of-a-later-version');
  expect(new Set(books().map((book) => book.title)).size).toBe(books().length);
});
