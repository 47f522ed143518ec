import type { Catalogues } from '#city/app/catalogues.ts';
import { vietnamCalendar } from '#shared/deadlines/vietnam-calendar.ts';
import type { EventPayload } from '#shared/dossiers/events.ts';
import type { AnyProcedure } from '#shared/procedures/define-procedure.ts';
import { receivedPayload } from '#tests/builders/dossier-events.ts';
import { fixtureProcedure } from '#tests/builders/fixture-procedure.ts';

const [example] = fixtureProcedure.examples;
if (!example) throw new Error('the fixture procedure has no example');

/** A reception the city accepts. */
export const acceptable: EventPayload<'dossier-received'> = {
  ...receivedPayload,
  procedure: fixtureProcedure.id,
  payloadVersion: 2,
  facts: { ...example.facts },
  components: [...example.components],
  fees: [],
};

/** A procedure whose rules always throw. */
export const brokenProcedure: AnyProcedure = {
  ...fixtureProcedure,
  id: 'broken',
  rules: (facts) => {
    throw new Error(`a bug met by ${JSON.stringify(facts)}`);
  },
};

/** The city of the tests knows the fixture procedure and one with a bug. */
export const testCatalogues: Catalogues = {
  calendar: vietnamCalendar,
  findProcedure: (id) => [fixtureProcedure, brokenProcedure].find((each) => each.id === id),
};
