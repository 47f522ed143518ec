import { expect, it } from 'vitest';
import { blocksOf } from './feed-blocks.ts';

const event = (feedSeq: number, length: number) => ({ feedSeq, text: 'x'.repeat(length) });

it('puts events that follow one another together until a block is full', () => {
  const events = [event(7, 20_000), event(8, 12_000), event(9, 800), event(10, 40_000), event(11, 1)];
  expect(blocksOf(events)).toEqual([
    { firstSeq: 7, events: events.slice(0, 2) },
    { firstSeq: 9, events: events.slice(2, 3) },
    { firstSeq: 10, events: events.slice(3, 4) },
    { firstSeq: 11, events: events.slice(4) },
  ]);
  expect(blocksOf([])).toEqual([]);
});
