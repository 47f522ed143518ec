import type { Draft } from '#main/store/types.ts';
import type { Contract } from '#shared/contract/index.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import { currentVersion, upgradeFacts } from '#shared/procedures/read-procedure.ts';
import type { OutputOf } from '../contract-types.ts';

export type DraftView = OutputOf<Contract['drafts']['get']>;
export type DraftSummary = OutputOf<Contract['drafts']['list']>[number];

/** A draft with its facts, brought up to the payload version of this app. */
export function draftView(draft: Draft): DraftView {
  const procedure = findProcedure(draft.procedure);
  const upgradable = procedure && draft.payloadVersion < currentVersion(procedure);
  const facts = upgradable ? upgradeFacts(procedure, draft.facts, draft.payloadVersion) : draft.facts;
  return {
    ...draftSummary(draft),
    facts: { ...facts },
    components: draft.components.map((each) => ({ ...each })),
  };
}

export function draftSummary(draft: Draft): DraftSummary {
  const { draftId, procedure, revision, createdAt, savedAt, subject } = draft;
  return { draftId, procedure, revision, createdAt, savedAt, subject };
}
