import type { Contract } from '#shared/contract/index.ts';
import type { EventPayload } from '#shared/dossiers/events.ts';
import { sameValue } from '#shared/dossiers/fact-changes.ts';
import type { Facts } from '#shared/forms/field.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { InputOf } from '../contract-types.ts';
import type { Comparison } from './compare.ts';
import { differingFields } from './conflict-view.ts';

export type Resolution = InputOf<Contract['conflicts']['resolve']>;

/**
 * The declaration a person chose: of fields only one side changed that side's value, of those both changed the one
 * that was named.
 * @returns a problem for each field both changed and nobody chose
 */
export function chosenFacts(found: Comparison, input: Resolution): Result<Facts> {
  const theirs = found.theirs?.facts ?? {};
  if (input.choice === 'theirs') return ok(theirs);
  if (input.choice === 'fields' && input.facts) return ok(input.facts as Facts);
  const fields = differingFields(found);
  const side = (each: (typeof fields)[number]): 'mine' | 'theirs' | undefined => {
    const changedHere = !sameValue(each.mine, each.base);
    if (input.choice === 'mine' || !each.clash) return changedHere ? 'mine' : 'theirs';
    return input.fields[each.key];
  };
  const chosen = fields.map((each) => ({ ...each, side: input.fields[each.key] ?? side(each) }));
  const open = chosen.filter((each) => each.side === undefined);
  if (open.length > 0) {
    return err(
      open.map(({ key, label }) =>
        problem('dossier/conflict', 'error', `“${label}”: hãy chọn bản của máy này hoặc của thành phố.`, key),
      ),
    );
  }
  const mine = chosen.filter((each) => each.side === 'mine').map((each) => [each.key, each.mine]);
  const facts: Facts = { ...theirs, ...Object.fromEntries(mine) };
  return ok(Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)));
}

/** Both versions of every field that differed, and which of them was taken: so history holds them everywhere. */
export function fieldsTaken(found: Comparison, taken: Facts): EventPayload<'conflict-resolved'>['fields'] {
  return differingFields(found).map(({ key, mine, theirs }) => ({
    key,
    ...(mine === undefined ? {} : { mine }),
    ...(theirs === undefined ? {} : { theirs }),
    taken: sameValue(taken[key], mine) ? 'mine' : sameValue(taken[key], theirs) ? 'theirs' : 'other',
  }));
}
