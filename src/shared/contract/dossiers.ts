import { z } from 'zod';
import { dueDateSchema, entrySchema, eventSchemas, factsSchema, feeLineSchema } from '../dossiers/events.ts';
import { call, dossierStatusSchema, pageSchema, problemSchema, syncStateSchema } from './base.ts';
import { fileCountSchema } from './files.ts';

const components = eventSchemas['dossier-received'].shape.components;

export const worklistSchema = z.enum([
  'all',
  'reception',
  'supplement',
  'review',
  'register',
  'personal-id',
  'signature',
  'return',
  'overdue',
  'closed',
]);

export const dossierRowSchema = z.object({
  dossierId: z.uuid(),
  code: z.string(),
  localRef: z.string(),
  procedure: z.string(),
  subject: z.string(),
  applicant: z.string(),
  status: dossierStatusSchema,
  receivedAt: z.string(),
  dueAt: z.string(),
  dueDate: z.iso.date(),
  /** Against today, and only while the dossier is open. */
  lateness: z.enum(['in-time', 'due-today', 'overdue', 'closed']),
  sync: syncStateSchema,
  files: fileCountSchema,
});

const possibleDuplicateSchema = z.object({
  where: z.enum(['draft', 'dossier', 'entry']),
  id: z.string(),
  code: z.string(),
  subject: z.string(),
  date: z.string(),
  /** Why it may be the same, in Vietnamese; says so when it may be a twin. */
  reason: z.string(),
  likelyTwin: z.boolean(),
});

const checkOutput = z.object({
  problems: z.array(problemSchema),
  due: dueDateSchema.optional(),
  fees: z.array(feeLineSchema),
  /** Components needed for these facts; a needed one not ticked is a problem. */
  neededComponents: z.array(z.string()),
  duplicates: z.array(possibleDuplicateSchema),
  variantCode: z.string(),
  variantName: z.string(),
});

/** What a person can do to a dossier; `kind` is the event it becomes. Time, actor and numbers are the core's. */
export const actionSchema = z.discriminatedUnion('kind', [
  z
    .object({ kind: z.literal('supplement-requested') })
    .extend(eventSchemas['supplement-requested'].omit({ stage: true }).shape),
  z.object({ kind: z.literal('supplement-provided') }).extend(eventSchemas['supplement-provided'].shape),
  z.object({ kind: z.literal('refusal-proposed') }).extend(eventSchemas['refusal-proposed'].shape),
  z.object({ kind: z.literal('dossier-refused'), reason: z.string() }),
  z.object({ kind: z.literal('dossier-handed-over'), note: z.string() }),
  z
    .object({ kind: z.literal('declaration-corrected') })
    .extend(eventSchemas['declaration-corrected'].pick({ facts: true, reason: true }).shape),
  z.object({ kind: z.literal('verification-requested'), addressee: z.string(), question: z.string() }),
  z.object({ kind: z.literal('verification-answered') }).extend(eventSchemas['verification-answered'].shape),
  z.object({ kind: z.literal('fee-required'), reason: z.string() }),
  z.object({ kind: z.literal('fee-collected'), method: z.enum(['cash', 'transfer']), receipt: z.string() }),
  z.object({ kind: z.literal('fee-exempted') }).extend(eventSchemas['fee-exempted'].shape),
  z.object({ kind: z.literal('entry-registered') }),
  z.object({ kind: z.literal('personal-id-recorded') }).extend(eventSchemas['personal-id-recorded'].shape),
  z
    .object({ kind: z.literal('submitted-for-signature') })
    .extend(eventSchemas['submitted-for-signature'].shape),
  z.object({ kind: z.literal('signature-declined') }).extend(eventSchemas['signature-declined'].shape),
  z.object({ kind: z.literal('result-signed'), signerName: z.string() }),
  z.object({ kind: z.literal('result-completed') }).extend(eventSchemas['result-completed'].shape),
  z.object({ kind: z.literal('result-returned') }).extend(eventSchemas['result-returned'].shape),
  z.object({ kind: z.literal('withdrawal-requested') }).extend(eventSchemas['withdrawal-requested'].shape),
  z.object({ kind: z.literal('withdrawal-cancelled') }).extend(eventSchemas['withdrawal-cancelled'].shape),
  z.object({ kind: z.literal('dossier-stopped') }).extend(eventSchemas['dossier-stopped'].shape),
  z.object({ kind: z.literal('deadline-extended'), newDueDate: z.iso.date(), reason: z.string() }),
]);
export type Action = z.infer<typeof actionSchema>;
export type ActionKind = Action['kind'];

const timelineItemSchema = z.object({
  eventId: z.uuid(),
  kind: z.string(),
  /** One Vietnamese sentence. */
  text: z.string(),
  detail: z.string(),
  actor: z.string(),
  at: z.string(),
  sync: syncStateSchema,
  receipt: z.string(),
  /** Vietnamese reason when the city held or refused it. */
  reason: z.string(),
});

export const dossierViewSchema = dossierRowSchema.extend({
  /** How many events its stream has: what an action names as `seen`. */
  version: z.int(),
  nationalCode: z.int(),
  channel: z.string(),
  facts: factsSchema,
  components,
  due: dueDateSchema,
  extensions: z.int(),
  money: z.enum(['none', 'due', 'collected', 'exempt']),
  fees: z.array(feeLineSchema),
  holder: z.enum(['reception', 'officer', 'leader', 'citizen']),
  entry: entrySchema.optional(),
  personalId: z.string(),
  supplement: z.array(z.object({ document: z.string(), content: z.string(), basis: z.string() })),
  refusalProposed: z.string(),
  timeline: z.array(timelineItemSchema),
  /** Actions this person may take now, in the order to offer them. */
  actions: z.array(z.string()),
  documents: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      legal: z.boolean(),
      overlay: z.boolean(),
      ready: z.boolean(),
      /** What is missing when it is not ready, in Vietnamese. */
      waitsFor: z.string(),
      printed: z.int(),
    }),
  ),
});

export const dossiers = {
  /** Validates what is typed so far; writes nothing. */
  check: call
    .input(z.object({ procedure: z.string(), facts: factsSchema, components, draftId: z.uuid().optional() }))
    .output(checkOutput),
  /** Turns a draft into a received dossier. `acknowledged`: the warnings the clerk went on past. */
  receive: call
    .input(
      z.object({
        draftId: z.uuid(),
        acknowledged: z.array(z.object({ code: z.string(), field: z.string().optional() })),
        returnBy: z.enum(['desk', 'post', 'online']),
        channel: z.enum(['counter', 'post']).default('counter'),
        setCount: z.int().min(1).default(1),
      }),
    )
    .output(z.object({ dossierId: z.uuid(), code: z.string(), localRef: z.string(), due: dueDateSchema })),
  list: call
    .input(pageSchema.extend({ worklist: worklistSchema, text: z.string().default('') }))
    .output(z.object({ rows: z.array(dossierRowSchema), total: z.int() })),
  counts: call.input(z.object({})).output(z.record(worklistSchema, z.int())),
  get: call.input(z.object({ dossierId: z.uuid() })).output(dossierViewSchema),
  /** `seen` is the version the person looked at; a dossier changed since is refused as `dossier/changed`. */
  act: call
    .input(z.object({ dossierId: z.uuid(), seen: z.int().min(1), action: actionSchema }))
    .output(dossierViewSchema),
};
