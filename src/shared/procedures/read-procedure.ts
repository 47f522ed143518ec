import { holds } from '../forms/condition.ts';
import type { Facts } from '../forms/field.ts';
import type { AnyProcedure, DocumentDefinition, PayloadVersion, Variant } from './define-procedure.ts';

/** The variant these facts fall under; undefined for the procedure itself. */
export function variantOf(procedure: AnyProcedure, facts: Facts): Variant | undefined {
  return procedure.variants.find((variant) => holds(variant.when, facts));
}

export function currentVersion(procedure: AnyProcedure): number {
  return Math.max(...procedure.versions.map((each) => each.version));
}

/**
 * Brings facts stored under an older payload version up to the current one, step by step.
 * @throws RangeError when the facts come from a newer app
 */
export function upgradeFacts(procedure: AnyProcedure, facts: Facts, from: number): Facts {
  if (from > currentVersion(procedure))
    throw new RangeError(`payload version ${from} is newer than this app`);
  return inOrder(procedure.versions)
    .filter((each) => each.version > from)
    .reduce((older, each) => each.upgrade?.(older) ?? older, facts);
}

/** The papers of a procedure under one rule set. */
export function documentsUnder(procedure: AnyProcedure, ruleSet: string): readonly DocumentDefinition[] {
  return procedure.documents.filter((each) => each.ruleSets?.includes(ruleSet) ?? true);
}

function inOrder(versions: readonly PayloadVersion[]): readonly PayloadVersion[] {
  return versions.toSorted((a, b) => a.version - b.version);
}
