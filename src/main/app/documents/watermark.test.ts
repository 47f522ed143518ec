import { expect, it } from 'vitest';
import { watermarkOf } from './watermark.ts';

it('marks the preview of a legal paper, and only the original comes out clean', () => {
  expect(watermarkOf('real', true, 'preview')).toBe('BẢN XEM TRƯỚC');
  expect(watermarkOf('real', true, 'print')).toBeUndefined();
  expect(watermarkOf('real', false, 'preview')).toBeUndefined();
});

it('marks every paper of a demo or training office', () => {
  expect(watermarkOf('demo', false, 'print')).toBe('BẢN DEMO');
  expect(watermarkOf('training', true, 'print')).toBe('TẬP HUẤN');
});
