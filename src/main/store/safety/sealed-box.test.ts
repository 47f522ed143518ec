import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { seal, sealingKeyOf, unseal } from './sealed-box.ts';

const header = {
  purpose: 'second-copy',
  office: 'HN-CG',
  device: '00000000-0000-4000-8000-000000000001',
  id: 'copy-1',
  createdAt: '2026-11-23T02:00:00.000Z',
} as const;
const ours = sealingKeyOf(randomBytes(32));
const content = { events: ['Nguyễn Minh Anh'] };

test('only the key it was sealed for opens a file', () => {
  const file = seal(header, content, ours.publicKey);
  expect(unseal(file, ours.privateKey)).toEqual(content);
  expect(unseal(file, sealingKeyOf(randomBytes(32)).privateKey)).toBeUndefined();
  expect(JSON.stringify(file)).not.toContain('Minh Anh');
});

test.each([
  ['its office', { office: 'HN-HK' }],
  ['its purpose', { purpose: 'export' }],
  ['its time', { createdAt: '2026-11-24T02:00:00.000Z' }],
  ['its content', { box: Buffer.alloc(60).toString('base64') }],
] as const)('a file whose header or content was changed does not open: %s', (_what, change) => {
  const file = seal(header, content, ours.publicKey);
  expect(unseal({ ...file, ...change }, ours.privateKey)).toBeUndefined();
});

test('the same content is never sealed to the same bytes', () => {
  const [one, two] = [seal(header, content, ours.publicKey), seal(header, content, ours.publicKey)];
  expect(one.box).not.toBe(two.box);
});
