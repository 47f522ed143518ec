import { describe, expect, it } from 'vitest';
import { samplePayloads } from '#tests/builders/dossier-events.ts';
import { type EventKind, eventSchemas } from './events.ts';
import { timelineText } from './timeline.ts';

describe('the timeline', () => {
  it('has words for every kind of event', () => {
    for (const kind of Object.keys(eventSchemas) as EventKind[]) {
      const { text, detail } = timelineText({ kind, payload: samplePayloads(kind)[0] });
      expect(text).not.toBe('');
      expect(`${text} ${detail}`).not.toMatch(/undefined|\[object/);
    }
  });

  it('shows times as the clocks in Hà Nội do', () => {
    const { detail } = timelineText({
      kind: 'dossier-received',
      payload: samplePayloads('dossier-received')[0],
    });
    expect(detail).toBe('Hẹn trả 17:00 ngày 23/11/2026; 1 loại giấy tờ.');
  });

  it('groups thousands as Vietnamese papers do', () => {
    const payload = { amount: 1234500, method: 'cash', receipt: '7' };
    expect(timelineText({ kind: 'fee-collected', payload }).detail).toContain('1.234.500 đồng');
  });

  it('shows an event of a newer version by its kind', () => {
    expect(timelineText({ kind: 'dossier-teleported', payload: {} }).text).toContain('dossier-teleported');
  });
});
