import type { DossierFact } from '#shared/dossiers/events.ts';
import { correctedFacts } from '#shared/dossiers/fold.ts';
import type { OfficeProfile } from '#shared/dossiers/office.ts';
import type { DossierState } from '#shared/dossiers/state.ts';
import type { Facts } from '#shared/forms/field.ts';
import { type Instant, localDate, parseInstant } from '#shared/kernel/instant.ts';
import { checkDeclaration } from '#shared/procedures/check-declaration.ts';
import { currentVersion, upgradeFacts } from '#shared/procedures/read-procedure.ts';
import type { Catalogues } from './catalogues.ts';
import { held, type Rejected, refused } from './verdict.ts';

type Declared = {
  readonly procedure: string;
  readonly payloadVersion: number;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly components: readonly { readonly id: string; readonly form: string }[];
  readonly at: Instant;
  /** A correction may come while papers are still to be brought. */
  readonly complete: boolean;
};

/** Checks what an event declares with the procedure's own code. @returns undefined when nothing is wrong */
export function checkFacts(
  office: OfficeProfile,
  state: DossierState | undefined,
  fact: DossierFact,
  at: Instant,
  catalogues: Catalogues,
): Rejected | undefined {
  const declared = declaredBy(state, fact, at);
  if (!declared) return undefined;
  const procedure = catalogues.findProcedure(declared.procedure);
  if (!procedure) return held('city/unknown-procedure');
  if (declared.payloadVersion > currentVersion(procedure)) {
    return held('city/unknown-procedure', 'Thành phố chưa có phiên bản tờ khai này của thủ tục.');
  }
  const facts = upgradeFacts(procedure, declared.facts as Facts, declared.payloadVersion);
  const { problems } = checkDeclaration(procedure, facts, declared.components, {
    office,
    today: localDate(declared.at),
    calendar: catalogues.calendar,
  });
  const wrong = problems.find(
    (each) => each.severity === 'error' && (declared.complete || each.code !== 'rule/missing-component'),
  );
  return wrong && refused('city/invalid-facts', wrong.message, wrong.field);
}

function declaredBy(state: DossierState | undefined, fact: DossierFact, at: Instant): Declared | undefined {
  if (fact.kind === 'dossier-received') {
    const { procedure, payloadVersion, facts, components, receivedAt } = fact.payload;
    return {
      procedure,
      payloadVersion,
      facts,
      components,
      at: parseInstant(receivedAt) ?? at,
      complete: true,
    };
  }
  if (fact.kind !== 'declaration-corrected' || !state) return undefined;
  const { procedure, components, receivedAt } = state;
  return {
    procedure,
    payloadVersion: fact.payload.payloadVersion ?? state.payloadVersion,
    facts: correctedFacts(state.facts, fact.payload),
    components,
    // A declaration is judged by its own day, however late it is corrected.
    at: parseInstant(receivedAt) ?? at,
    complete: false,
  };
}
