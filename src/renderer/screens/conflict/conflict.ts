import type { z } from 'zod';
import type { conflictSchema } from '#shared/contract/conflicts.ts';

export type Conflict = z.infer<typeof conflictSchema>;
export type ConflictField = Conflict['fields'][number];
export type Side = 'mine' | 'theirs';

/** The side that changed a field; undefined where both did and a person has to say. */
export function changedSide(field: ConflictField): Side | undefined {
  if (field.clash) return undefined;
  return JSON.stringify(field.mine) === JSON.stringify(field.base) ? 'theirs' : 'mine';
}
