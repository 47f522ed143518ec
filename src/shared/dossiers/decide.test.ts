import { describe, expect, it } from 'vitest';
import { dossierAfter, samplePayloads } from '#tests/builders/dossier-events.ts';
import type { Instant } from '../kernel/instant.ts';
import { availableKinds, decide } from './decide.ts';
import type { DossierEventKind, DossierFact } from './events.ts';
import type { Role } from './roles.ts';
import type { DossierState } from './state.ts';

const inTime = '2026-11-23T03:00:00.000Z' as Instant;

function attempt(state: DossierState, kind: DossierEventKind, roles: Role[], at = inTime): string {
  const fact = { kind, payload: samplePayloads(kind)[0] } as DossierFact;
  const decided = decide(state, fact, { actor: 'a', roles, at });
  return decided.ok ? 'ok' : (decided.error[0]?.code ?? '');
}

const done: readonly DossierEventKind[] = [
  'dossier-received',
  'dossier-handed-over',
  'entry-registered',
  'submitted-for-signature',
  'result-signed',
  'result-completed',
];

describe('deciding on a dossier', () => {
  it('lets only a leader refuse, and only on a proposal', () => {
    expect(attempt(dossierAfter('dossier-received'), 'dossier-refused', ['leader'])).toBe(
      'dossier/not-allowed',
    );
    const proposed = dossierAfter('dossier-received', 'refusal-proposed');
    expect(attempt(proposed, 'dossier-refused', ['reception-clerk'])).toBe('dossier/role');
    expect(attempt(proposed, 'dossier-refused', ['leader'])).toBe('ok');
  });

  it('gives an IT administrator no right over a dossier', () => {
    expect(availableKinds(dossierAfter('dossier-received'), ['it-administrator'], inTime)).toEqual([]);
  });

  it('does not return a result while a fee is open', () => {
    expect(attempt(dossierAfter(...done), 'result-returned', ['reception-clerk'])).toBe('dossier/fee-open');
    expect(attempt(dossierAfter(...done, 'fee-collected'), 'result-returned', ['reception-clerk'])).toBe(
      'ok',
    );
  });

  it('moves a deadline once, and only before it passes', () => {
    const state = dossierAfter('dossier-received');
    expect(attempt(state, 'deadline-extended', ['leader'])).toBe('ok');
    const late = '2026-11-23T10:00:00.001Z' as Instant;
    expect(attempt(state, 'deadline-extended', ['leader'], late)).toBe('dossier/extension-late');
    const moved = dossierAfter('dossier-received', 'deadline-extended');
    expect(attempt(moved, 'deadline-extended', ['leader'])).toBe('dossier/extension-limit');
  });

  it('offers an officer the book under review, and the desk the fee', () => {
    const state = dossierAfter('dossier-received', 'dossier-handed-over');
    expect(availableKinds(state, ['civil-status-officer'], inTime)).toContain('entry-registered');
    expect(availableKinds(state, ['reception-clerk'], inTime)).toContain('fee-collected');
    expect(
      availableKinds(dossierAfter('dossier-received', 'fee-collected'), ['reception-clerk'], inTime),
    ).not.toContain('fee-collected');
  });
});
