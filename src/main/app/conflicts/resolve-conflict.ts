import type { Writer } from '#main/store/types.ts';
import { decide } from '#shared/dossiers/decide.ts';
import type { EventPayload } from '#shared/dossiers/events.ts';
import { sameValue } from '#shared/dossiers/fact-changes.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { Facts } from '#shared/forms/field.ts';
import { asId, type DossierId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import { correctionOf } from '../dossiers/actions/declaration-corrected.ts';
import { procedureOf } from '../procedure-of.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';
import { type By, carryOver } from './carry-over.ts';
import { choicesOf, whyNot } from './choices.ts';
import { chosenFacts, fieldsTaken, type Resolution } from './chosen-facts.ts';
import { type Comparison, compare } from './compare.ts';
import { seenOf } from './conflict-view.ts';
import { correctedReception } from './receive-again.ts';
import { voidDroppedNumbers } from './void-dropped-numbers.ts';

/**
 * Closes a branch as a person chose, in one durable transaction: the event that says so, then what is kept of the
 * branch as new events on top of what the city has. Nothing is written when any of it is refused.
 */
export function resolveConflict(
  app: App,
  { account }: Caller,
  input: Resolution,
): Result<Record<string, never>> {
  return app.store.write((writer) => {
    const now = app.clock.now();
    const found = compare(writer, input.dossierId, now);
    if (!found) return refuse('sync/no-conflict');
    if (seenOf(found) !== input.seen) return refuse('dossier/changed');
    const forbidden = whyNot(found, account.roles);
    if (forbidden) return err([forbidden]);
    if (!choicesOf(found, account.roles).includes(input.choice)) return refuse('request/invalid');
    const by = { actor: account.accountId, at: now };
    const closed = found.theirs
      ? closeBranch(app, writer, found, found.theirs, input, { ...by, roles: account.roles })
      : receiveAgain(app, writer, found, input, by);
    if (!closed.ok) return closed;
    const keepsDecisions = input.choice !== 'theirs';
    const dropped = carryOver(writer, found.branch, closed.value, keepsDecisions, by);
    voidDroppedNumbers(app, writer, dropped, by.actor);
    return ok({});
  });
}

/** Writes the closing event and the declaration that was chosen. @returns the dossier afterwards */
function closeBranch(
  app: App,
  writer: Writer,
  found: Comparison,
  theirs: DossierState,
  input: Resolution,
  by: By & Pick<Caller['account'], 'roles'>,
): Result<DossierState> {
  const chosen = chosenFacts(found, input);
  if (!chosen.ok) return chosen;
  const { dossierId: stream, choice, note } = input;
  const before: DossierState = { ...theirs, version: theirs.version + 1 };
  const correction = correctionFor(app, writer, found, before, chosen.value, note);
  if (!correction.ok) return correction;
  const fact = correction.value && ({ kind: 'declaration-corrected', payload: correction.value } as const);
  const after = fact ? decide(before, fact, by) : ok(before);
  if (!after.ok) return after;
  const fields = fieldsTaken(found, chosen.value);
  const payload = { branch: [...found.closes], choice, fields, note };
  writer.append([{ kind: 'conflict-resolved', payload, stream, base: theirs.version }], by);
  if (fact) writer.append([{ ...fact, stream, base: before.version }], by);
  return after;
}

/** @returns undefined when what was chosen stands already */
function correctionFor(
  app: App,
  writer: Writer,
  found: Comparison,
  state: DossierState,
  facts: Facts,
  note: string,
): Result<EventPayload<'declaration-corrected'> | undefined> {
  if (sameValue(facts, state.facts)) return ok(undefined);
  const procedure = procedureOf(state.procedure);
  if (!procedure.ok) return procedure;
  const said = found.branch.findLast((event) => event.kind === 'declaration-corrected')?.payload.reason;
  const reason = note || (typeof said === 'string' ? said : '') || 'Giải quyết khác biệt giữa hai máy';
  return correctionOf(facts, reason, { app, reader: writer, state, procedure: procedure.value });
}

function receiveAgain(
  app: App,
  writer: Writer,
  found: Comparison,
  { dossierId: stream, facts }: Resolution,
  by: By,
): Result<DossierState> {
  const payload = correctedReception(app, writer, found, facts);
  if (!payload.ok) return payload;
  writer.append([{ kind: 'dossier-received', payload: payload.value, stream, base: 0 }], by);
  const state = writer.dossier(asId<DossierId>(stream));
  if (!state) throw new Error('a corrected reception did not fold');
  return ok(state);
}
