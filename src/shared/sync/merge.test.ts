import { describe, expect, it } from 'vitest';
import { mayFollow, overlookedBy } from './merge.ts';

const by = (device: string, ...kinds: readonly string[]) => kinds.map((kind) => ({ kind, device }));
const event = (kind: string, payload: Record<string, unknown> = {}) => ({ kind, payload });

describe('what an author had not seen', () => {
  it('is nothing when the base is the stream as it stands', () => {
    const history = [...by('a', 'dossier-received'), ...by('b', 'dossier-handed-over')];
    expect(overlookedBy({ base: 2, device: 'a' }, history)).toEqual([]);
  });

  it("is what others wrote last, whatever of the author's own came after it", () => {
    const history = [
      ...by('a', 'dossier-received'),
      ...by('b', 'dossier-handed-over'),
      ...by('a', 'document-printed'),
    ];
    expect(overlookedBy({ base: 2, device: 'a' }, history)).toEqual(['dossier-handed-over']);
  });

  it('is unknown for a machine that lost what it wrote itself, or saw more than there is', () => {
    expect(overlookedBy({ base: 0, device: 'a' }, by('a', 'dossier-received'))).toBeUndefined();
    expect(overlookedBy({ base: 2, device: 'a' }, by('b', 'dossier-received'))).toBeUndefined();
  });
});

describe('an event beside others', () => {
  it('is taken when it only records what happened, or when the others only did', () => {
    expect(mayFollow(event('fee-collected'), ['dossier-handed-over'])).toBe(true);
    expect(mayFollow(event('dossier-handed-over'), ['document-printed', 'print-settled'])).toBe(true);
    expect(mayFollow(event('dossier-handed-over'), ['declaration-corrected'])).toBe(false);
  });

  it('is merged when it says which fields it changed', () => {
    expect(mayFollow(event('declaration-corrected', { changes: [] }), ['dossier-handed-over'])).toBe(true);
    expect(mayFollow(event('declaration-corrected'), ['dossier-handed-over'])).toBe(false);
  });

  it('of a kind not known here is left to people', () => {
    expect(mayFollow(event('dossier-beamed-up'), ['dossier-handed-over'])).toBe(false);
    expect(mayFollow(event('dossier-handed-over'), ['dossier-beamed-up'])).toBe(false);
  });
});
