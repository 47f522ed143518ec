import type { CoreClient } from '#main/compose.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';

type Received = Awaited<ReturnType<CoreClient['dossiers']['receive']>>;

/** Types an accepted example of a procedure into a draft and receives it, acknowledging every warning. */
export async function receiveExample(
  desk: CoreClient,
  procedureId: string,
  change: Readonly<Record<string, unknown>> = {},
  exampleName?: string,
): Promise<Received> {
  const draftId = await typeExample(desk, procedureId, change, exampleName);
  const { facts, components } = await desk.drafts.get({ draftId });
  const { problems } = await desk.dossiers.check({ procedure: procedureId, facts, components, draftId });
  const acknowledged = problems
    .filter((each) => each.severity === 'warning')
    .map(({ code, field }) => ({ code, field }));
  return desk.dossiers.receive({ draftId, acknowledged, returnBy: 'desk' });
}

/** The draft of an accepted example, saved once. @returns its id */
export async function typeExample(
  desk: CoreClient,
  procedureId: string,
  change: Readonly<Record<string, unknown>> = {},
  exampleName?: string,
): Promise<string> {
  const examples = findProcedure(procedureId)?.examples ?? [];
  const example = exampleName
    ? examples.find((each) => each.name === exampleName)
    : examples.find((each) => each.problems.length === 0);
  if (!example) throw new Error(`${procedureId} has no such example`);
  const { draftId, revision } = await desk.drafts.start({ procedure: procedureId });
  const facts = { ...example.facts, ...change };
  await desk.drafts.save({ draftId, revision, facts, components: [...example.components] });
  return draftId;
}
