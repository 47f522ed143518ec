import { describe, expect, it } from 'vitest';
import { ByteSource } from './byte-source.ts';

async function* chunks(...texts: readonly string[]) {
  for (const text of texts) yield Buffer.from(text);
}

describe('bytes that come in chunks', () => {
  it('give a line and what follows, wherever the chunks are cut', async () => {
    const whole = '{"a":1}\nabcdef';
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const source = new ByteSource(chunks(whole.slice(0, cut), '', whole.slice(cut)));
      expect(await source.line(100)).toBe('{"a":1}');
      expect((await source.take(4))?.toString()).toBe('abcd');
      expect((await source.take(2))?.toString()).toBe('ef');
      expect(await source.take(1)).toBeUndefined();
    }
  });

  it('give the whole as a line when there is no newline, and no line that is too long', async () => {
    expect(await new ByteSource(chunks('ab', 'cd')).line(4)).toBe('abcd');
    expect(await new ByteSource(chunks('ab', 'cd', 'e')).line(3)).toBeUndefined();
    expect(await new ByteSource(chunks('ab')).take(3)).toBeUndefined();
  });
});
