import type { Account, Reader, StoredEvent } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import { sameValue } from '#shared/dossiers/fact-changes.ts';
import { timelineText } from '#shared/dossiers/timeline.ts';
import { type Facts, fieldsOf } from '#shared/forms/field.ts';
import { asId, type EventId } from '#shared/kernel/ids.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import { commutes } from '#shared/sync/merge.ts';
import { accountNames } from '../account-names.ts';
import type { OutputOf } from '../contract-types.ts';
import { choicesOf } from './choices.ts';
import { type Comparison, isCarriedOver } from './compare.ts';

export type ConflictView = OutputOf<Contract['conflicts']['get']>;

/** What the compare screen shows. */
export function conflictView(reader: Reader, found: Comparison, account: Account): ConflictView {
  const { branch, stopped, overlooked, mine, theirs, fitting } = found;
  const about = mine ?? theirs;
  const nameOf = accountNames(reader);
  const step = (event: StoredEvent) => ({
    eventId: event.id,
    ...timelineText(event),
    actor: nameOf(event.actor),
    at: event.at,
  });
  return {
    dossierId: stopped.stream,
    code: about?.code || about?.localRef || '',
    subject: about?.parties.subject ?? '',
    procedure: about?.procedure ?? '',
    kind: stopped.state === 'refused' ? 'refused' : 'at-odds',
    reason: stopped.message,
    field: stopped.field,
    seen: seenOf(found),
    mine: {
      facts: { ...mine?.facts },
      steps: branch.map((event) => ({
        ...step(event),
        fits: fitting.has(event) || (found.correctable && !isCarriedOver(event)),
        reason: reader.outboxItem(asId<EventId>(event.id))?.message ?? '',
        records: commutes(event.kind),
      })),
    },
    theirs: { facts: { ...theirs?.facts }, steps: overlooked.map(step) },
    fields: differingFields(found),
    choices: choicesOf(found, account.roles),
  };
}

/** Changes with either version; what only records what happened is kept anyway and may come at any moment. */
export function seenOf({ branch, overlooked }: Comparison): string {
  const decisions = [...branch, ...overlooked].filter((event) => !commutes(event.kind));
  return decisions.map((event) => event.id).join('/');
}

/** The fields the two versions hold different values of, in the order of the form. */
export function differingFields({ base, mine, theirs }: Comparison): ConflictView['fields'] {
  const [before, here, there]: readonly Facts[] = [base?.facts ?? {}, mine?.facts ?? {}, theirs?.facts ?? {}];
  if (!theirs || !here || !there || !before) return [];
  const form = findProcedure(theirs.procedure)?.form;
  const labels = new Map(form ? fieldsOf(form).map(({ key, label }) => [key, label]) : []);
  const keys = [...new Set([...labels.keys(), ...Object.keys(here), ...Object.keys(there)])];
  return keys
    .filter((key) => !sameValue(here[key], there[key]))
    .map((key) => ({
      key,
      label: labels.get(key) ?? key,
      base: before[key],
      mine: here[key],
      theirs: there[key],
      clash: !sameValue(here[key], before[key]) && !sameValue(there[key], before[key]),
    }));
}
