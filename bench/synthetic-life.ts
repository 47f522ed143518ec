import { vietnamCalendar } from '#shared/deadlines/vietnam-calendar.ts';
import type { EventPayload, Fact } from '#shared/dossiers/events.ts';
import type { Facts } from '#shared/forms/field.ts';
import { type Instant, instantAt, instantFromMillis, millisOf } from '#shared/kernel/instant.ts';
import { type PlainDate, partsOf } from '#shared/kernel/plain-date.ts';
import { type AnyProcedure, type ProcedureContext, ruleSetOn } from '#shared/procedures/define-procedure.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import { currentVersion } from '#shared/procedures/read-procedure.ts';
import { componentsFor, makeBirthFacts, makeDeathFacts } from '#tests/builders/people.ts';
import { chance, type Random, whole } from '#tests/builders/random.ts';
import type { Desk } from './synthetic-desk.ts';

/** One event of a made-up dossier, before it has an envelope. */
export type Step = { readonly fact: Fact; readonly actor: string; readonly at: Instant };

const stages = [
  'received',
  'handed-over',
  'registered',
  'submitted',
  'signed',
  'completed',
  'returned',
] as const;

/** How far a dossier has come. */
export type Stage = (typeof stages)[number];

type Case = {
  readonly random: Random;
  readonly desk: Desk;
  readonly procedure: AnyProcedure;
  readonly facts: Facts;
  readonly context: ProcedureContext;
};

/** The life of a made-up dossier received on a day: every event up to the stage it has come to. */
export function lifeOf(random: Random, desk: Desk, day: PlainDate, stage: Stage): readonly Step[] {
  const about = makeCase(random, desk, day);
  const at = instantAt({ date: day, minutes: 8 * 60 + whole(random, 0, 180) });
  const reception = receptionOf(about, at);
  const { clerk, officer, leader } = desk;
  let millis = millisOf(at);
  const later = (): Instant => {
    millis += whole(random, 1, 9) * 60_000;
    return instantFromMillis(millis);
  };
  const steps: Step[] = [{ fact: { kind: 'dossier-received', payload: reception }, actor: clerk, at }];
  const reached = stages.indexOf(stage);
  const add = (from: Stage, actor: string, fact: () => Fact): void => {
    if (reached >= stages.indexOf(from)) steps.push({ fact: fact(), actor, at: later() });
  };
  const amount = reception.fees.reduce((sum, line) => sum + line.amount, 0);
  if (amount > 0)
    add('handed-over', clerk, () => ({
      kind: 'fee-collected',
      payload: { amount, method: 'cash', receipt: '' },
    }));
  add('handed-over', clerk, () => ({
    kind: 'dossier-handed-over',
    payload: { from: 'reception', to: 'officer', receiver: '', note: '' },
  }));
  const waits = about.procedure.awaitsPersonalId(about.facts);
  add('registered', officer, () => ({
    kind: 'entry-registered',
    payload: { entry: entryOf(about, at), next: waits ? 'awaiting-personal-id' : 'registered' },
  }));
  if (waits) {
    const personalId = `001${String(whole(random, 0, 999_999_999)).padStart(9, '0')}`;
    add('submitted', officer, () => ({
      kind: 'personal-id-recorded',
      payload: { personalId, source: 'CSDLQGvDC' },
    }));
  }
  add('submitted', officer, () => ({ kind: 'submitted-for-signature', payload: { note: '' } }));
  add('signed', leader, () => ({
    kind: 'result-signed',
    payload: { signer: signerOf(desk), signedOn: day },
  }));
  add('completed', officer, () => ({ kind: 'result-completed', payload: { note: '' } }));
  const receiver = reception.parties.applicant;
  add('returned', clerk, () => ({
    kind: 'result-returned',
    payload: { receiver, receiverDocument: '', proof: 'signature' },
  }));
  return steps;
}

function makeCase(random: Random, desk: Desk, today: PlainDate): Case {
  const setting = { today, office: desk.office };
  const isBirth = chance(random, 0.7);
  const procedure = findProcedure(isBirth ? 'birth-registration' : 'death-registration');
  if (!procedure) throw new Error('both procedures are part of the app');
  const facts: Facts = isBirth ? makeBirthFacts(random, setting) : makeDeathFacts(random, setting);
  return { random, desk, procedure, facts, context: { ...setting, calendar: vietnamCalendar } };
}

function receptionOf(
  { desk, procedure, facts, context }: Case,
  at: Instant,
): EventPayload<'dossier-received'> {
  const due = procedure.due(facts, at, context);
  if (!due.ok) throw new Error(JSON.stringify(due.error));
  const number = desk.dossierNumber();
  const day = context.today.slice(2).replaceAll('-', '');
  return {
    procedure: procedure.id,
    payloadVersion: currentVersion(procedure),
    ruleSet: ruleSetOn(procedure.ruleSets, context.today).id,
    channel: 'counter',
    code: `${desk.office.agencyCode}-${day}-${String(number).padStart(6, '0')}`,
    localRef: `T-BENC-${number}`,
    facts,
    components: [...componentsFor(procedure, facts)],
    setCount: 1,
    receivedAt: at,
    due: due.value,
    fees: [...procedure.fees(facts, context)],
    returnBy: 'desk',
    parties: procedure.parties(facts),
    acknowledged: [],
  };
}

function entryOf(
  { desk, procedure, facts, context }: Case,
  at: Instant,
): EventPayload<'entry-registered'>['entry'] {
  const draft = procedure.entry(facts, context);
  const { year } = partsOf(context.today);
  const bookId = desk.bookId(procedure.book.kind, year);
  return {
    ...draft,
    columns: [...draft.columns],
    boxes: [...draft.boxes],
    notes: [...draft.notes],
    searchKeys: [...draft.searchKeys],
    entryId: desk.newId(at),
    bookId,
    book: procedure.book.kind,
    year,
    number: desk.entryNumber(bookId),
    epoch: 1,
    registeredOn: context.today,
    registrar: 'Phạm Đức Thử',
  };
}

function signerOf({ office }: Desk): EventPayload<'result-signed'>['signer'] {
  const [signer] = office.signers;
  if (!signer) throw new Error('the demo office has a signer');
  return { name: signer.name, title: signer.title, from: signer.from };
}
