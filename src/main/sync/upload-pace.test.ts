import { describe, expect, it } from 'vitest';
import { restMs, UploadPace } from './upload-pace.ts';

describe('the pace of uploads', () => {
  it('grows on a quick line up to the largest request and shrinks on one that breaks', () => {
    const pace = new UploadPace();
    for (let request = 0; request < 10; request += 1) pace.carried(100);
    expect(pace.next(0)).toBe(1024 * 1024);
    for (let request = 0; request < 10; request += 1) pace.failed();
    expect(pace.next(0)).toBe(64 * 1024);
  });

  it('keeps to a cap on average, in small requests', () => {
    const pace = new UploadPace();
    const bytes = pace.next(256);
    expect(bytes).toBe(16_000);
    // 16 kB are 128 kbit: half a second at 256 kbit/s.
    expect(restMs(bytes, 100, 256)).toBe(400);
    expect(restMs(bytes, 900, 256)).toBe(0);
    expect(restMs(bytes, 0, 0)).toBe(0);
  });
});
