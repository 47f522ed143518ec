// Written by `npm run gen` from the folder names. Do not edit.
import type { AnyProcedure } from './define-procedure.ts';
import { procedure as birthRegistration } from './birth-registration/index.ts';
import { procedure as deathRegistration } from './death-registration/index.ts';

export const procedures: readonly AnyProcedure[] = [birthRegistration, deathRegistration];

/** @param id the folder's name, as an event carries it */
export function findProcedure(id: string): AnyProcedure | undefined {
  return procedures.find((procedure) => procedure.id === id);
}
