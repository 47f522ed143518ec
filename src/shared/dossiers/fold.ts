import type { DueDate } from '../deadlines/deadline-rule.ts';
import type { FeeLine } from '../fees/fee-line.ts';
import type { Facts } from '../forms/field.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { problem } from '../kernel/problem.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { RegisterEntry } from '../registers/entry.ts';
import { eventLabels } from './event-labels.ts';
import {
  bookEventKinds,
  type DossierEventKind,
  type DossierFact,
  type EventPayload,
  type Fact,
} from './events.ts';
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
  const parsed = parseFact(event.kind, event.payload);
  if (!parsed.ok) return parsed;
  const fact = parsed.value;
  if (!isDossierFact(fact)) {
    return err([
      problem(
        'dossier/not-allowed',
        'error',
        `“${eventLabels[fact.kind]}” là việc của sổ, không phải của hồ sơ.`,
      ),
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
  const next = statusAfter(state, fact);
  const money = moneyAfter(state, fact);
  if (next === undefined || money === undefined || !knowsPrint(state, fact))
    return err([notAllowed(state, fact.kind)]);
  return ok({
    ...contentAfter(state, fact),
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
  return !bookEventKinds.some((kind) => kind === fact.kind);
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

function knowsPrint(state: DossierState, fact: DossierFact): boolean {
  if (fact.kind !== 'print-settled') return true;
  return state.prints.some((print) => print.printId === fact.payload.printId);
}

function registerEntry(entry: EventPayload<'entry-registered'>['entry']): RegisterEntry {
  return { ...entry, registeredOn: entry.registeredOn as PlainDate };
}

/** What the event tells besides the three axes. */
function contentAfter(state: DossierState, fact: DossierFact): DossierState {
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
        facts: fact.payload.facts as Facts,
        parties: fact.payload.parties ?? state.parties,
        fees: fact.payload.fees ?? state.fees,
      };
    case 'fee-required':
      return { ...state, fees: fact.payload.fees };
    case 'entry-registered':
      return { ...state, entry: registerEntry(fact.payload.entry), refusalProposed: '' };
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

/** A paper handed in again replaces what was ticked for it before. */
function mergeComponents(
  before: DossierState['components'],
  added: DossierState['components'],
): DossierState['components'] {
  const kept = before.filter((each) => !added.some((other) => other.id === each.id));
  return [...kept, ...added];
}
