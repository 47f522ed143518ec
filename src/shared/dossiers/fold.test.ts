import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dossierAfter,
  dossierEvent,
  receivedPayload,
  samplePayloads,
} from '#tests/builders/dossier-events.ts';
import { eventLabels } from './event-labels.ts';
import {
  type DossierEventKind,
  type EventKind,
  eventSchemas,
  isBookEventKind,
  isOfficeEventKind,
} from './events.ts';
import { foldDossier } from './fold.ts';
import type { DossierState } from './state.ts';
import { dossierStatuses, statusLabels } from './status.ts';
import { outcomes } from './transitions.ts';

const allKinds = Object.keys(eventSchemas) as EventKind[];
const dossierKinds = allKinds.filter(
  (kind): kind is DossierEventKind => !isBookEventKind(kind) && !isOfficeEventKind(kind),
);

/** Every state that chains of sample events lead to, by business status. */
function reach(): Map<string, DossierState> {
  const found = new Map<string, DossierState>();
  const queue = [dossierAfter('dossier-received')];
  for (let state = queue.shift(); state; state = queue.shift()) {
    const key = `${state.status} ${state.statusBefore} ${state.money}`;
    if (found.has(key)) continue;
    found.set(key, state);
    for (const kind of dossierKinds) {
      for (const payload of samplePayloads(kind)) {
        const next = foldDossier(state, dossierEvent(kind, payload));
        if (next.ok) queue.push(next.value);
      }
    }
  }
  return found;
}

describe('folding a dossier', () => {
  it('reaches every status that a received dossier can have', () => {
    const reached = new Set([...reach().values()].map((state) => state.status));
    expect([...dossierStatuses].filter((status) => !reached.has(status))).toEqual(['submitted']);
  });

  it('moves only along the transition table', () => {
    for (const state of reach().values()) {
      for (const kind of dossierKinds) {
        for (const payload of samplePayloads(kind)) {
          const next = foldDossier(state, dossierEvent(kind, payload));
          if (next.ok) expect(outcomes(state.status, kind)).toContain(next.value.status);
        }
      }
    }
  });

  it('names the state and what is allowed when it refuses', () => {
    for (const state of reach().values()) {
      for (const kind of dossierKinds.filter((each) => outcomes(state.status, each).length === 0)) {
        const refused = foldDossier(state, dossierEvent(kind));
        expect(refused).toMatchObject({ ok: false, error: [{ code: 'dossier/not-allowed' }] });
        const message = refused.ok ? '' : (refused.error[0]?.message ?? '');
        expect(message).toContain(statusLabels[state.status]);
        expect(message).toContain(eventLabels['document-printed']);
      }
    }
  });

  it('counts one version for each event', () => {
    const state = dossierAfter('dossier-received', 'dossier-handed-over', 'entry-registered');
    expect(state.version).toBe(3);
  });

  it('refuses anything before reception', () => {
    expect(foldDossier(undefined, dossierEvent('dossier-handed-over'))).toMatchObject({
      ok: false,
      error: [{ code: 'dossier/not-allowed' }],
    });
  });

  it('never throws, whatever the payload', () => {
    const state = dossierAfter('dossier-received');
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...allKinds), fc.string()), fc.anything(), (kind, payload) => {
        for (const before of [undefined, state]) {
          foldDossier(before, { kind, payload, stream: 's', actor: 'a', at: 't' });
        }
      }),
    );
  });

  it('keeps business, money and holder apart', () => {
    const state = dossierAfter('dossier-received', 'dossier-handed-over', 'fee-collected');
    expect(state).toMatchObject({ status: 'under-review', money: 'collected', holder: 'officer' });
  });

  it('refuses to collect a fee twice', () => {
    const state = dossierAfter('dossier-received', 'fee-collected');
    expect(foldDossier(state, dossierEvent('fee-collected'))).toMatchObject({ ok: false });
  });

  it('goes back to the state before when a withdrawal is cancelled', () => {
    const reviewing = ['dossier-received', 'dossier-handed-over', 'verification-requested'] as const;
    const state = dossierAfter(...reviewing, 'withdrawal-requested', 'withdrawal-cancelled');
    expect(state.status).toBe('verifying');
  });

  it('waits for the personal ID when the entry says so', () => {
    const state = dossierAfter('dossier-received', 'dossier-handed-over');
    const [plain] = samplePayloads('entry-registered');
    const waiting = foldDossier(
      state,
      dossierEvent('entry-registered', { ...plain, next: 'awaiting-personal-id' }),
    );
    expect(waiting).toMatchObject({ ok: true, value: { status: 'awaiting-personal-id' } });
  });

  it('records each change of hands with giver and receiver', () => {
    const state = dossierAfter(
      'dossier-received',
      'dossier-handed-over',
      'entry-registered',
      'submitted-for-signature',
      'result-signed',
      'result-completed',
    );
    expect(state.handOvers.map((each) => [each.from, each.to])).toEqual([
      ['reception', 'officer'],
      ['officer', 'leader'],
      ['leader', 'officer'],
      ['officer', 'reception'],
    ]);
  });

  it('corrects facts and the names in lists together', () => {
    const state = dossierAfter('dossier-received');
    const parties = { ...receivedPayload.parties, subject: 'Trần Văn Thử' };
    const corrected = foldDossier(
      state,
      dossierEvent('declaration-corrected', { facts: { note: 'x' }, reason: 'sai chính tả', parties }),
    );
    expect(corrected).toMatchObject({ ok: true, value: { facts: { note: 'x' }, parties } });
  });

  it('settles only a print it knows', () => {
    const state = dossierAfter('dossier-received', 'document-printed', 'print-settled');
    expect(state.prints).toMatchObject([{ outcome: 'printed' }]);
    const [sample] = samplePayloads('print-settled');
    const unknown = { ...sample, printId: '00000000-0000-7000-8000-0000000000ff' };
    expect(foldDossier(state, dossierEvent('print-settled', unknown))).toMatchObject({ ok: false });
  });
});
