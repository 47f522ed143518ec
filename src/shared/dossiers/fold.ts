import type { DueDate } from '../deadlines/deadline-rule.ts';
import type { FeeLine } from '../fees/fee-line.ts';
import type { Facts } from '../forms/field.ts';
import { assertNever } from '../kernel/assert-never.ts';
import { errorCodes } from '../kernel/error-codes.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { RegisterEntry } from '../registers/entry.ts';
import { eventLabels } from './event-labels.ts';
import {
  type DossierEventKind,
  type DossierFact,
  type EventPayload,
  type Fact,
  isBookEventKind,
  isOfficeEventKind,
} from './events.ts';
import { applyChanges } from './fact-changes.ts';
import { filesAfter } from './files-axis.ts';
import { holderAfter } from './holder-axis.ts';
import { moneyAfter, moneyAllows, moneyOf } from './money-axis.ts';
import type { Signer } from './office.ts';
import { type FoldableEvent, parseFact } from './parse-fact.ts';
import type { DossierState } from './state.ts';
import { type DossierStatus, statusLabels } from './status.ts';
import { allowedKinds, outcomes } from './transitions.ts';

/**
 * One step of a dossier's life: the state before and an event give the state after.
 * Pure, never throws, and runs alike on the device and in the city.
 * @returns `dossier/invalid` for a payload its schema refuses, `dossier/not-allowed` when the state does not
 *   allow the event; the message names the state and what it allows.
 */
export function foldDossier(state: DossierState | undefined, event: FoldableEvent): Result<DossierState> {
  const parsed = parseFact(event);
  return parsed.ok ? foldFact(state, parsed.value, event) : parsed;
}

/** As {@link foldDossier}, of an event whose payload is read already. */
export function foldFact(
  state: DossierState | undefined,
  fact: Fact,
  event: FoldableEvent,
): Result<DossierState> {
  if (!isDossierFact(fact)) {
    return err([
      problem('dossier/not-allowed', 'error', `“${eventLabels[fact.kind]}” không phải là việc của hồ sơ.`),
    ]);
  }
  if (state === undefined) {
    if (fact.kind === 'dossier-received') return ok(received(fact.payload, event));
    return err([
      problem(
        'dossier/not-allowed',
        'error',
        `Hồ sơ chưa được tiếp nhận nên không thể “${eventLabels[fact.kind]}”; chỉ được: ${eventLabels['dossier-received']}.`,
      ),
    ]);
  }
  const at = overtaken(state, fact);
  if (at) return err([at]);
  const next = statusAfter(state, fact);
  const money = moneyAfter(state, fact);
  if (
    next === undefined ||
    money === undefined ||
    !knowsSubject(state, fact, event) ||
    !knowsEntry(state, fact)
  )
    return err([notAllowed(state, fact.kind)]);
  return ok({
    ...contentAfter(state, fact, event),
    ...holderAfter(state, fact, event),
    status: next,
    money,
    version: state.version + 1,
  });
}

/** Says why an event is refused: the state it is in and what may be done there instead. */
export function notAllowed(
  state: Pick<DossierState, 'status' | 'money'>,
  kind: DossierEventKind,
): ReturnType<typeof problem> {
  const allowed = allowedKinds(state.status).filter((each) => moneyAllows(state.money, each));
  const list = allowed.map((each) => eventLabels[each]).join('; ');
  return problem(
    'dossier/not-allowed',
    'error',
    `Không thể “${eventLabels[kind]}” khi hồ sơ ở trạng thái “${statusLabels[state.status]}”. Việc làm được: ${list}.`,
  );
}

function isDossierFact(fact: Fact): fact is DossierFact {
  return !isBookEventKind(fact.kind) && !isOfficeEventKind(fact.kind);
}

function received(payload: EventPayload<'dossier-received'>, event: FoldableEvent): DossierState {
  const fees: readonly FeeLine[] = payload.fees;
  return {
    dossierId: event.stream,
    version: 1,
    status: 'received',
    statusBefore: 'submitted',
    money: moneyOf(fees),
    holder: 'reception',
    procedure: payload.procedure,
    payloadVersion: payload.payloadVersion,
    ruleSet: payload.ruleSet,
    channel: payload.channel,
    code: payload.code,
    localRef: payload.localRef,
    facts: payload.facts as Facts,
    components: payload.components,
    setCount: payload.setCount,
    receivedAt: payload.receivedAt,
    receivedBy: event.actor,
    returnBy: payload.returnBy,
    due: payload.due as DueDate,
    extensions: 0,
    fees,
    parties: payload.parties,
    personalId: '',
    refusalProposed: '',
    refusalReason: '',
    supplement: [],
    supplementCount: 0,
    handOvers: [],
    prints: [],
  };
}

/** The business axis. */
function statusAfter(state: DossierState, fact: DossierFact): DossierStatus | undefined {
  const possible = outcomes(state.status, fact.kind);
  if (fact.kind === 'entry-registered') return possible.find((status) => status === fact.payload.next);
  if (fact.kind === 'withdrawal-cancelled') return possible.find((status) => status === state.statusBefore);
  return possible[0];
}

function knowsSubject(state: DossierState, fact: DossierFact, event: FoldableEvent): boolean {
  if (fact.kind === 'file-taken-off') return filesAfter(state.files ?? [], fact, event) !== undefined;
  if (fact.kind !== 'print-settled') return true;
  return state.prints.some((print) => print.printId === fact.payload.printId);
}

function knowsEntry(state: DossierState, fact: DossierFact): boolean {
  return fact.kind !== 'entry-renumbered' || state.entry?.entryId === fact.payload.entryId;
}

function renumbered(entry: RegisterEntry, to: EventPayload<'entry-renumbered'>): RegisterEntry {
  return { ...entry, number: to.number, epoch: to.epoch, notes: [...entry.notes, to.note] };
}

function registerEntry(entry: EventPayload<'entry-registered'>['entry']): RegisterEntry {
  return { ...entry, registeredOn: entry.registeredOn as PlainDate };
}

/** What the event tells besides the three axes. */
function contentAfter(state: DossierState, fact: DossierFact, event: FoldableEvent): DossierState {
  switch (fact.kind) {
    case 'supplement-requested':
      return {
        ...state,
        supplement: fact.payload.items,
        supplementCount: state.supplementCount + 1,
        refusalProposed: '',
      };
    case 'supplement-provided':
      return {
        ...state,
        supplement: [],
        components: mergeComponents(state.components, fact.payload.components),
      };
    case 'refusal-proposed':
      return { ...state, refusalProposed: fact.payload.reason };
    case 'dossier-refused':
      return { ...state, refusalReason: fact.payload.reason };
    case 'dossier-handed-over':
      return { ...state, refusalProposed: '' };
    case 'declaration-corrected':
      return {
        ...state,
        facts: correctedFacts(state.facts, fact.payload),
        payloadVersion: fact.payload.payloadVersion ?? state.payloadVersion,
        parties: { ...state.parties, ...given(fact.payload.parties) },
        fees: fact.payload.fees ?? state.fees,
      };
    case 'fee-required':
      return { ...state, fees: fact.payload.fees };
    case 'entry-registered':
      return { ...state, entry: registerEntry(fact.payload.entry), refusalProposed: '' };
    case 'entry-renumbered':
      return state.entry ? { ...state, entry: renumbered(state.entry, fact.payload) } : state;
    case 'personal-id-recorded':
      return { ...state, personalId: fact.payload.personalId };
    case 'result-signed':
      return {
        ...state,
        signer: fact.payload.signer as Signer,
        signedOn: fact.payload.signedOn as PlainDate,
      };
    case 'withdrawal-requested':
      return { ...state, statusBefore: state.status };
    case 'deadline-extended':
      return { ...state, due: fact.payload.due as DueDate, extensions: state.extensions + 1 };
    case 'code-assigned':
      return { ...state, code: fact.payload.code };
    case 'file-attached':
    case 'file-taken-off':
      return { ...state, files: filesAfter(state.files ?? [], fact, event) };
    case 'document-printed': {
      const { printId, document, copies, legal, sha256 } = fact.payload;
      return {
        ...state,
        prints: [...state.prints, { printId, document, copies, legal, sha256, outcome: 'unsettled' }],
      };
    }
    case 'print-settled':
      return {
        ...state,
        prints: state.prints.map((print) =>
          print.printId === fact.payload.printId ? { ...print, outcome: fact.payload.outcome } : print,
        ),
      };
    case 'dossier-received':
    case 'conflict-resolved':
    case 'verification-requested':
    case 'verification-answered':
    case 'fee-collected':
    case 'fee-exempted':
    case 'submitted-for-signature':
    case 'signature-declined':
    case 'result-completed':
    case 'result-returned':
    case 'withdrawal-cancelled':
    case 'dossier-stopped':
      return state;
    default:
      return assertNever(fact, 'dossier event');
  }
}

/** A correction of a field that somebody else changed to something else. */
function overtaken(state: DossierState, fact: DossierFact): Problem | undefined {
  if (fact.kind !== 'declaration-corrected' || !fact.payload.changes) return undefined;
  const applied = applyChanges(state.facts, fact.payload.changes);
  if (applied.ok) return undefined;
  return problem('dossier/conflict', 'error', errorCodes['dossier/conflict'], applied.error[0]);
}

/** What is declared after a correction: its changes over what stands, else all it says. */
export function correctedFacts(
  facts: Facts,
  payload: Pick<EventPayload<'declaration-corrected'>, 'facts' | 'changes'>,
): Facts {
  const applied = payload.changes && applyChanges(facts, payload.changes);
  return applied?.ok ? applied.value : (payload.facts as Facts);
}

function given<T extends object>(values: T | undefined): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(values ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** A paper handed in again replaces what was ticked for it before. */
function mergeComponents(
  before: DossierState['components'],
  added: DossierState['components'],
): DossierState['components'] {
  const kept = before.filter((each) => !added.some((other) => other.id === each.id));
  return [...kept, ...added];
}
