import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Child, startChild } from '../child.ts';
import { checkLedger, type LedgerCheck, postmasterOf } from './check-ledger.ts';
import { startCity } from './city-process.ts';
import type { Photos } from './commune-day.ts';
import { enrolCommunes } from './enrol-communes.ts';
import type { CommuneLog } from './load-child.ts';
import { familySeconds, parentOf } from './process-use.ts';

/** Load processes: as many as the cores they share with the city and its database. */
const SHARES = 2;

/** What a city and its communes made of one reconnection. */
export type Reconnection = {
  readonly communes: number;
  readonly logs: readonly CommuneLog[];
  readonly check: LedgerCheck;
  readonly cityCpuSeconds: number;
  readonly databaseCpuSeconds: number;
  readonly cityPeakMiB: number;
  readonly cityAtRestMiB: number;
};

/** Lets communes with a day of backlog each reconnect at once to a city of their own. @param folder for its files */
export async function reconnect(
  communes: number,
  databaseUrl: string,
  photos: Photos,
  folder: string,
): Promise<Reconnection> {
  const work = mkdtempSync(path.join(folder, 'city-'));
  const enrolled = path.join(work, 'enrolled.json');
  await enrolCommunes(databaseUrl, communes, enrolled);
  const city = await startCity(databaseUrl, path.join(work, 'files'));
  try {
    const loads = await readyLoads(city.url, enrolled, photos);
    const postmaster = await postmasterOf(databaseUrl, parentOf);
    const [cityAtRestMiB, cityBefore] = [city.peakMiB(), city.cpuSeconds()];
    const databaseBefore = familySeconds(postmaster);
    const answers = await Promise.all(loads.map((load) => load.ask<readonly CommuneLog[]>('reconnect')));
    const cityCpuSeconds = city.cpuSeconds() - cityBefore;
    const databaseCpuSeconds = familySeconds(postmaster) - databaseBefore;
    const logs = answers.flat();
    const check = await checkLedger(databaseUrl, logs);
    const cityPeakMiB = city.peakMiB();
    await Promise.all(loads.map((load) => load.ended()));
    return { communes, logs, check, cityCpuSeconds, databaseCpuSeconds, cityPeakMiB, cityAtRestMiB };
  } finally {
    await city.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

async function readyLoads(
  url: string,
  enrolled: string,
  { photos, fileBytes }: Photos,
): Promise<readonly Child[]> {
  const loads = Array.from({ length: SHARES }, (_, share) =>
    startChild(
      'city/load-child.ts',
      ...['--url', url, '--enrolled', enrolled, '--photos', String(photos), '--fileBytes', String(fileBytes)],
      ...['--share', String(share), '--shares', String(SHARES)],
    ),
  );
  await Promise.all(loads.map((load) => load.answer<number>()));
  return loads;
}
