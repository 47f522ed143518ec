import type { CoreClient } from '#renderer/host-client/core-client.ts';
import { procedure } from '#shared/procedures/birth-registration/index.ts';

const [example] = procedure.examples;

type Draft = Parameters<CoreClient['drafts']['save']>[0];
type Received = Awaited<ReturnType<CoreClient['dossiers']['receive']>>;

/** A new draft, and what a clerk typed into it: not saved yet. */
export async function draftOf(client: CoreClient): Promise<Draft> {
  if (!example) throw new Error('births have no example');
  const { draftId, revision } = await client.drafts.start({ procedure: procedure.id });
  return { draftId, revision, facts: example.facts, components: [...example.components] };
}

/** Receives the usual birth; the clerk looks at every warning and goes on. */
export async function receive(client: CoreClient): Promise<Received> {
  const draft = await draftOf(client);
  await client.drafts.save(draft);
  const { problems } = await client.dossiers.check({ ...draft, procedure: procedure.id });
  const acknowledged = problems.filter((each) => each.severity === 'warning');
  return client.dossiers.receive({ draftId: draft.draftId, acknowledged, returnBy: 'desk' });
}
