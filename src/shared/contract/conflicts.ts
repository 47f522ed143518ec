import { z } from 'zod';
import { factsSchema } from '../dossiers/events.ts';
import { call, pageSchema, syncStateSchema } from './base.ts';

export const conflictChoiceSchema = z.enum(['mine', 'theirs', 'fields']);

/** One event of a version: what, who, when. */
const stepSchema = z.object({
  eventId: z.uuid(),
  text: z.string(),
  detail: z.string(),
  actor: z.string(),
  at: z.string(),
});

const conflictRowSchema = z.object({
  dossierId: z.uuid(),
  code: z.string(),
  subject: z.string(),
  /** Vietnamese name of the first thing that stopped. */
  text: z.string(),
  actor: z.string(),
  at: z.string(),
  state: syncStateSchema,
  reason: z.string(),
});

const conflictFieldSchema = z.object({
  key: z.string(),
  label: z.string(),
  /** Values as facts hold them, absent when not given: before both, of this machine, of the city. */
  base: z.unknown().optional(),
  mine: z.unknown().optional(),
  theirs: z.unknown().optional(),
  /** Both changed it, to different values. */
  clash: z.boolean(),
});

export const conflictSchema = z.object({
  dossierId: z.uuid(),
  code: z.string(),
  subject: z.string(),
  procedure: z.string(),
  /** `at-odds`: right in itself but beside what others did. `refused`: the city says it is wrong. */
  kind: z.enum(['at-odds', 'refused']),
  /** Vietnamese: why it stopped, and the field it is about, if any. */
  reason: z.string(),
  field: z.string(),
  /** Names what was compared: a choice made over anything else is refused as `dossier/changed`. */
  seen: z.string(),
  /** What waits on this machine; `fits` when it could still be done on top of the other version. */
  mine: z.object({
    facts: factsSchema,
    steps: z.array(stepSchema.extend({ fits: z.boolean(), reason: z.string(), records: z.boolean() })),
  }),
  /** What the city has beside it. */
  theirs: z.object({ facts: factsSchema, steps: z.array(stepSchema) }),
  fields: z.array(conflictFieldSchema),
  /** What this person may choose here. */
  choices: z.array(conflictChoiceSchema),
});

export const conflicts = {
  /** Dossiers that wait for a person. A clerk sees own ones; a leader or IT administrator all of the office's. */
  list: call.input(pageSchema).output(z.object({ rows: z.array(conflictRowSchema), total: z.int() })),
  get: call.input(z.object({ dossierId: z.uuid() })).output(conflictSchema),
  /**
   * Closes the branch. `fields` names the version to take of each differing field; `facts` is the declaration as a
   * person wrote it over the compared one: how a refused one is corrected in place.
   */
  resolve: call
    .input(
      z.object({
        dossierId: z.uuid(),
        seen: z.string(),
        choice: conflictChoiceSchema,
        fields: z.record(z.string(), z.enum(['mine', 'theirs'])).default({}),
        facts: factsSchema.optional(),
        note: z.string().max(1000).default(''),
      }),
    )
    .output(z.object({})),
};
