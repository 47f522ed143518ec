import { missingWork } from '#main/store/safety/missing-work.ts';
import type { NotedStep } from '#main/store/safety/work-journal.ts';
import type { Reader } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import { eventLabels } from '#shared/dossiers/event-labels.ts';
import { isEventKind } from '#shared/dossiers/events.ts';
import { asId } from '#shared/kernel/ids.ts';
import { accountNames } from '../account-names.ts';
import type { OutputOf } from '../contract-types.ts';

type Missing = OutputOf<Contract['safety']['status']>['missing'];

/** What was answered and is gone, as the clerk who did it knows it. */
export function missingSteps(reader: Reader): Missing {
  const nameOf = accountNames(reader);
  return missingWork(reader).map((step) => {
    const dossier = step.what === 'event' ? reader.dossier(asId(step.stream)) : undefined;
    return {
      id: step.id,
      text: wordsOf(step),
      reference: dossier?.code || dossier?.localRef || '',
      actor: nameOf(step.actor),
      at: step.at,
    };
  });
}

function wordsOf(step: NotedStep): string {
  if (step.what === 'draft') return 'Nội dung đang gõ của bản nháp';
  return isEventKind(step.kind) ? eventLabels[step.kind] : step.kind;
}
