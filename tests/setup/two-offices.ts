import { type Database, openPglite } from '#city/store/database.ts';
import type { CoreClient } from '#main/compose.ts';
import { createSyncEngine } from '#main/sync/engine.ts';
import { demoOffice } from '#shared/dossiers/demo-office.ts';
import { type OfficeCore, officeCore } from '#tests/builders/office-core.ts';
import { type FaultyLine, openFaultyLine } from './faulty-line.ts';
import { startTestCity, type TestCity } from './test-city.ts';

/** One machine of the office with its own line to the city. */
export type Machine = {
  readonly office: OfficeCore;
  readonly line: FaultyLine;
  readonly desk: CoreClient;
  readonly officer: CoreClient;
  readonly leader: CoreClient;
};

/** Two whole machines of one demo office and their city, over HTTP. */
export type TwoMachines = AsyncDisposable & {
  readonly here: Machine;
  readonly there: Machine;
  readonly city: TestCity;
  readonly database: Database;
};

export async function twoMachines(
  catalogues?: Parameters<typeof startTestCity>[0]['catalogues'],
): Promise<TwoMachines> {
  const database = await openPglite();
  const city = await startTestCity({ database, office: demoOffice, ...(catalogues && { catalogues }) });
  const machine = async (): Promise<Machine> => {
    const line = await openFaultyLine(city.url);
    const office = await officeCore(
      { createSync: (options) => createSyncEngine({ ...options, pollMs: 50, random: () => 0.05 }) },
      { cityUrl: line.url, enrolmentCode: await city.newCode() },
    );
    const [desk, officer, leader] = await Promise.all(
      ['tiepnhan', 'hotich', 'lanhdao'].map((name) => office.signedIn(name)),
    );
    if (!desk || !officer || !leader) throw new Error('nobody signed in');
    office.core.start();
    return { office, line, desk, officer, leader };
  };
  const [here, there] = [await machine(), await machine()];
  return {
    ...{ here, there, city, database },
    async [Symbol.asyncDispose]() {
      for (const each of [here, there]) {
        await each.office[Symbol.asyncDispose]();
        await each.line.close();
      }
      await city.close();
      await database.close();
    },
  };
}
