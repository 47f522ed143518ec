import { expect, it } from 'vitest';
import type { StoredEvent } from '#main/store/types.ts';
import { envelopeSchema } from '#shared/sync/envelope.ts';
import { MAX_BATCH_BYTES } from '#shared/sync/protocol.ts';
import { fitBatch } from './batch.ts';

function event(seq: number, filling: number): StoredEvent {
  return {
    id: `00000000-0000-7000-8000-${String(seq).padStart(12, '0')}`,
    office: 'HN-CG',
    device: '00000000-0000-7000-8000-00000000d001',
    deviceSeq: seq,
    kind: 'dossier-received',
    version: 1,
    stream: '00000000-0000-7000-8000-00000000e001',
    base: 0,
    actor: 'account-1',
    at: '2026-11-23T02:00:00.000Z',
    clock: 'checked',
    payload: { note: 'ơ'.repeat(filling) },
    localSeq: seq,
    feedSeq: undefined,
    origin: 'here',
  };
}

it('sends envelopes without what only this device knows', () => {
  const { texts } = fitBatch([event(1, 10)]);
  expect(Object.keys(JSON.parse(texts[0] ?? '{}')).toSorted()).toEqual(
    Object.keys(envelopeSchema.shape).toSorted(),
  );
});

it('stops before the bytes of a batch, counted as they are sent', () => {
  const { events, texts } = fitBatch([1, 2, 3, 4].map((seq) => event(seq, MAX_BATCH_BYTES / 6)));
  expect(events.map((each) => each.deviceSeq)).toEqual([1, 2]);
  expect(Buffer.byteLength(texts.join(''))).toBeLessThanOrEqual(MAX_BATCH_BYTES);
});

it('sends an event that is too large by itself alone, so that it cannot block the queue', () => {
  expect(fitBatch([event(1, MAX_BATCH_BYTES), event(2, 1)]).events).toHaveLength(1);
});
