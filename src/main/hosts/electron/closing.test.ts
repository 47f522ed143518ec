import { describe, expect, it } from 'vitest';
import { Closing } from './closing.ts';

function windowWith(answer: boolean) {
  const seen: string[] = [];
  const closing = new Closing({
    closeLater: () => seen.push('later'),
    ask: () => {
      seen.push('asked');
      return answer;
    },
    stays: () => seen.push('stays'),
  });
  /** The window is closed and its page objects. @returns whether it closes all the same */
  const close = (): boolean => {
    closing.begins();
    return closing.objected();
  };
  return { closing, close, seen };
}

describe('closing a window with typing that is not saved', () => {
  it('gives the page time to save before anybody is asked', () => {
    const { close, seen } = windowWith(true);
    expect(close()).toBe(false);
    expect(seen).toEqual(['later']);
    expect(close()).toBe(true);
    expect(seen).toEqual(['later', 'asked']);
  });

  it('stays when the person says so, and begins anew the next time', () => {
    const { close, seen } = windowWith(false);
    expect([close(), close()]).toEqual([false, false]);
    expect(seen).toEqual(['later', 'asked', 'stays']);
    expect(close()).toBe(false);
    expect(seen.at(-1)).toBe('later');
  });

  it('asks at once when the page is only loaded anew', () => {
    const { closing, seen } = windowWith(true);
    expect(closing.objected()).toBe(true);
    expect(seen).toEqual(['asked']);
  });
});
