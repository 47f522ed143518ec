import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startChild } from './child.ts';
import type { CityUse } from './city-child.ts';
import type { Workshop } from './figure.ts';
import type { Transfer } from './sync-child.ts';

export type Round = {
  readonly push: Transfer;
  readonly pull: Transfer;
  readonly cityCpuSeconds: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
  readonly lines: readonly string[];
};

/**
 * Carries a backlog from one core to a city and on to a second core, each in a process of its own.
 * @param program the bundled sync-child
 * @param database a folder for PGlite, or the address of a PostgreSQL database
 */
export async function transfer(workshop: Workshop, program: string, database: string): Promise<Round> {
  const city = startChild('city-child.ts', database);
  const url = await city.answer<string>();
  const folder = workshop.folder();
  await startChild(program, 'fill', folder, url).ended();
  const before = await city.ask<CityUse>('use');
  const push = await device(program, 'push', folder, url);
  const after = await city.ask<CityUse>('use');
  const pull = await device(program, 'pull', workshop.folder(), url);
  await city.ask<CityUse>('end');
  await city.ended();
  return {
    push,
    pull,
    cityCpuSeconds: after.cpuSeconds - before.cpuSeconds,
    bytesUp: after.bytesIn - before.bytesIn,
    bytesDown: after.bytesOut - before.bytesOut,
    lines: readFileSync(path.join(folder, 'payload.jsonl'), 'utf8').split('\n'),
  };
}

async function device(
  program: string,
  task: 'push' | 'pull',
  folder: string,
  url: string,
): Promise<Transfer> {
  const child = startChild(program, task, folder, url);
  const answer = await child.answer<Transfer>();
  await child.ended();
  return answer;
}
