import { holds } from '../forms/condition.ts';
import type { Facts } from '../forms/field.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type {
  AnyProcedure,
  DocumentDefinition,
  PayloadVersion,
  RuleSet,
  Variant,
} from './define-procedure.ts';

/** The variant these facts fall under; undefined for the procedure itself. */
export function variantOf(procedure: AnyProcedure, facts: Facts): Variant | undefined {
  return procedure.variants.find((variant) => holds(variant.when, facts));
}

/** The rule set in force on the day a dossier is received. Sets are declared without gaps, so a miss is a bug. */
export function ruleSetOn(ruleSets: readonly RuleSet[], date: PlainDate): RuleSet {
  const found = ruleSets.find((set) => set.from <= date && (set.to === undefined || date <= set.to));
  if (!found) throw new RangeError(`no rule set in force on ${date}`);
  return found;
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
