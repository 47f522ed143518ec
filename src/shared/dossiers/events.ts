import { z } from 'zod';
import { bookKindSchema } from '../registers/book-kind.ts';
import { bookEventSchemas } from './book-events.ts';
import { fileEventSchemas } from './file-events.ts';
import { officeEventSchemas } from './office-events.ts';

/**
 * What can have happened to a dossier or a book. Past tense, versioned, never removed; an addition is optional.
 * An event kind a reader does not know is parked, not dropped.
 */

const text = z.string().max(2000);
const instant = z.iso.datetime({ offset: true });
const date = z.iso.date();
const id = z.uuid();

/** Facts are checked against their procedure's form by the reader; here only their outer shape is. */
export const factsSchema = z.record(z.string(), z.unknown());

/** Values as facts hold them; absent means not given. */
const factChangeSchema = z.object({
  key: z.string(),
  from: z.unknown().optional(),
  to: z.unknown().optional(),
});

const componentSchema = z.object({
  id: z.string(),
  form: z.enum(['original', 'copy', 'electronic']),
  count: z.int().min(1).max(99),
});

export const feeLineSchema = z.object({
  code: z.string(),
  label: z.string(),
  unitAmount: z.int().min(0),
  quantity: z.int().min(0),
  amount: z.int().min(0),
  legalBasis: z.string(),
  exemption: z.string().optional(),
});

/** Names in one line, as lists and the slip show them. */
const partiesSchema = z.object({
  subject: z.string(),
  applicant: z.string(),
  applicantAddress: z.string(),
  applicantPhone: z.string(),
  applicantEmail: z.string(),
});

export const dueDateSchema = z.object({
  at: instant,
  date,
  rule: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('same-day'), cutOffMinutes: z.int() }),
    z.object({ kind: z.literal('working-days'), days: z.int() }),
    z.object({ kind: z.literal('calendar-days'), days: z.int() }),
    z.object({ kind: z.literal('working-hours'), hours: z.number() }),
  ]),
  legalBasis: z.string(),
  calendarVersion: z.string(),
});

export const entrySchema = z.object({
  entryId: id,
  bookId: id,
  book: bookKindSchema,
  year: z.int(),
  number: z.int().min(1),
  epoch: z.int().min(1),
  registeredOn: date,
  registrar: z.string(),
  subject: z.string(),
  eventDate: z.string(),
  columns: z.array(z.object({ label: z.string(), value: z.string() })),
  boxes: z.array(z.object({ label: z.string(), checked: z.boolean() })),
  notes: z.array(z.string()),
  searchKeys: z.array(
    z.object({ kind: z.enum(['name', 'personal-id', 'identity-document', 'date']), value: z.string() }),
  ),
  statistics: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

const signerSchema = z.object({
  name: z.string(),
  title: z.string(),
  from: date,
  to: date.optional(),
});

const role = z.enum(['reception', 'officer', 'leader', 'citizen']);

/** Version 1 of every payload. */
export const eventSchemas = {
  'dossier-received': z.object({
    procedure: z.string(),
    payloadVersion: z.int(),
    ruleSet: z.string(),
    channel: z.enum(['counter', 'online', 'post']),
    /** Official code when one was leased, else empty: the local reference stands in. */
    code: z.string(),
    localRef: z.string(),
    facts: factsSchema,
    components: z.array(componentSchema),
    setCount: z.int().min(1),
    receivedAt: instant,
    due: dueDateSchema,
    fees: z.array(feeLineSchema),
    returnBy: z.enum(['desk', 'post', 'online']),
    parties: partiesSchema,
    /** Warnings the clerk saw and went on past, by code and field. */
    acknowledged: z.array(z.object({ code: z.string(), field: z.string().optional() })),
    /** The reception the city refused and this one corrects, with what followed it on that machine. */
    replaces: z.array(id).max(1000).optional(),
  }),
  'supplement-requested': z.object({
    stage: z.enum(['desk', 'officer']),
    items: z.array(z.object({ document: text, content: text, basis: text })).min(1),
    reason: text,
    dueBy: date.optional(),
  }),
  'supplement-provided': z.object({ components: z.array(componentSchema), note: text }),
  'refusal-proposed': z.object({ reason: text }),
  'dossier-refused': z.object({ reason: text, decidedBy: z.string() }),
  'dossier-handed-over': z.object({ from: role, to: role, receiver: z.string(), note: text }),
  /**
   * `changes` is what the author changed of what it saw: they are put over what others changed meanwhile. Without
   * them `facts` replaces everything. `parties` holds at least the names that changed, `fees` stands when they
   * changed while nothing had been collected: a correction may make a declaration late, or in time.
   */
  'declaration-corrected': z.object({
    facts: factsSchema,
    reason: text,
    changes: z.array(factChangeSchema).max(500).optional(),
    /** Of `facts`; that of the reception when absent. */
    payloadVersion: z.int().optional(),
    parties: partiesSchema.partial().optional(),
    fees: z.array(feeLineSchema).optional(),
  }),
  'verification-requested': z.object({ addressee: text, question: text, dueBy: date }),
  'verification-answered': z.object({ answer: text }),
  'fee-required': z.object({ fees: z.array(feeLineSchema), reason: text }),
  'fee-collected': z.object({ amount: z.int().min(0), method: z.enum(['cash', 'transfer']), receipt: text }),
  'fee-exempted': z.object({ reason: text }),
  'entry-registered': z.object({
    entry: entrySchema,
    next: z.enum(['registered', 'awaiting-personal-id']),
  }),
  /** Follows a `number-granted` of another number; the entry keeps its page and gains the note. */
  'entry-renumbered': z.object({ entryId: id, number: z.int().min(1), epoch: z.int().min(1), note: text }),
  'personal-id-recorded': z.object({ personalId: z.string().regex(/^\d{12}$/), source: text }),
  'submitted-for-signature': z.object({ note: text }),
  'signature-declined': z.object({ reason: text }),
  'result-signed': z.object({ signer: signerSchema, signedOn: date }),
  'result-completed': z.object({ note: text }),
  'result-returned': z.object({
    receiver: z.string().min(1),
    receiverDocument: text,
    proof: z.enum(['signature', 'post', 'electronic']),
  }),
  'withdrawal-requested': z.object({ reason: text }),
  'withdrawal-cancelled': z.object({ reason: text }),
  'dossier-stopped': z.object({ reason: text, settlement: text }),
  'deadline-extended': z.object({
    due: dueDateSchema,
    reason: text,
    approvedBy: z.string(),
    number: z.int().min(1),
  }),
  'code-assigned': z.object({ code: z.string() }),
  ...fileEventSchemas,
  /** Written before the spool job; its outcome follows. An original that was spoilt stays on record. */
  'document-printed': z.object({
    printId: id,
    document: z.string(),
    copies: z.int().min(1).max(99),
    legal: z.boolean(),
    sha256: z.string(),
    stockSerial: text,
  }),
  'print-settled': z.object({
    printId: id,
    outcome: z.enum(['printed', 'spoilt', 'cancelled']),
    reason: text,
  }),
  /**
   * A person closed a branch: events of one machine that stood against what others did, or that the city refused.
   * They never count again, and stay in history. What was kept of them follows as new events; `fields` holds both
   * versions of every field that differed.
   */
  'conflict-resolved': z.object({
    branch: z.array(id).min(1).max(1000),
    choice: z.enum(['mine', 'theirs', 'fields']),
    fields: z
      .array(
        z.object({
          key: z.string(),
          mine: z.unknown().optional(),
          theirs: z.unknown().optional(),
          taken: z.enum(['mine', 'theirs', 'other']),
        }),
      )
      .max(500),
    note: text,
  }),
  ...bookEventSchemas,
  ...officeEventSchemas,
} as const;

export type EventKind = keyof typeof eventSchemas;
export type EventPayload<K extends EventKind> = z.infer<(typeof eventSchemas)[K]>;

/** Kind and payload together: what a decision produces and a fold consumes. */
export type Fact<K extends EventKind = EventKind> = K extends EventKind
  ? { readonly kind: K; readonly payload: EventPayload<K> }
  : never;

export type BookEventKind = keyof typeof bookEventSchemas;
export type OfficeEventKind = keyof typeof officeEventSchemas;
export type DossierEventKind = Exclude<EventKind, BookEventKind | OfficeEventKind>;
export type DossierFact = Fact<DossierEventKind>;

/** Ids of events that never count again because of this one. */
export function closedBy(fact: Fact): readonly string[] {
  if (fact.kind === 'conflict-resolved' || fact.kind === 'book-branch-closed') return fact.payload.branch;
  return fact.kind === 'dossier-received' ? (fact.payload.replaces ?? []) : [];
}

export function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(eventSchemas, kind);
}

/** Kinds whose payload has changed its shape more than by optional additions, with the newest version. */
const newerShapes: Partial<Readonly<Record<EventKind, number>>> = {};

/** The newest shape of a kind's payload: what this app writes. Older ones are read too, newer ones are parked. */
export function payloadVersion(kind: EventKind): number {
  return newerShapes[kind] ?? 1;
}

/** Whether this app can read an event; without a version its payload is of the newest shape. */
export function isKnownEvent(event: {
  readonly kind: string;
  readonly version?: number | undefined;
}): event is { readonly kind: EventKind } {
  const { kind, version = 1 } = event;
  return isEventKind(kind) && version <= payloadVersion(kind);
}

export const bookEventKinds = Object.keys(bookEventSchemas) as readonly BookEventKind[];

export function isBookEventKind(kind: string): kind is BookEventKind {
  return Object.hasOwn(bookEventSchemas, kind);
}

export function isOfficeEventKind(kind: string): kind is OfficeEventKind {
  return Object.hasOwn(officeEventSchemas, kind);
}
