import type { Reader } from '#main/store/types.ts';
import type { EventPayload } from '#shared/dossiers/events.ts';
import { sameValue } from '#shared/dossiers/fact-changes.ts';
import { parseFact } from '#shared/dossiers/parse-fact.ts';
import type { Facts } from '#shared/forms/field.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { blocks } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { checkDeclaration } from '#shared/procedures/check-declaration.ts';
import { currentVersion } from '#shared/procedures/read-procedure.ts';
import type { App } from '../app.ts';
import { contextAt } from '../context-of.ts';
import { procedureOf } from '../procedure-of.ts';
import { refuse } from '../refuse.ts';
import type { Comparison } from './compare.ts';

/**
 * The reception the city refused, with the declaration corrected: same day, same reference, due date and fees
 * computed anew. Unchanged it would only be refused again.
 */
export function correctedReception(
  app: App,
  reader: Reader,
  { branch, closes }: Comparison,
  declared: Readonly<Record<string, unknown>> | undefined,
): Result<EventPayload<'dossier-received'>> {
  const cause = branch[0] && parseFact(branch[0]);
  if (!cause?.ok || cause.value.kind !== 'dossier-received') return refuse('request/invalid');
  const before = cause.value.payload;
  const found = procedureOf(before.procedure);
  if (!found.ok) return found;
  const procedure = found.value;
  const receivedAt = before.receivedAt as Instant;
  const context = contextAt(app, reader, receivedAt);
  const checked = checkDeclaration(procedure, declared ?? before.facts, before.components, context);
  if (blocks(checked.problems)) return err(checked.problems.filter((each) => each.severity === 'error'));
  const { facts } = checked;
  if (sameValue(facts, before.facts as Facts)) {
    return refuse(
      'dossier/invalid',
      'Nội dung chưa được sửa nên thành phố sẽ từ chối lần nữa. Hãy sửa trước khi gửi lại.',
    );
  }
  const due = procedure.due(facts, receivedAt, context);
  if (!due.ok) return due;
  return ok({
    ...before,
    facts,
    payloadVersion: currentVersion(procedure),
    due: due.value,
    fees: [...procedure.fees(facts, context)],
    parties: procedure.parties(facts),
    replaces: [...closes],
  });
}
