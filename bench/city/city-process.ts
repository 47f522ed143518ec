import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { memoryPeakMiB, processSeconds } from './process-use.ts';

const root = path.resolve(import.meta.dirname, '../..');

export type CityProcess = {
  readonly url: string;
  cpuSeconds(): number;
  /** Highest resident memory since it started. */
  peakMiB(): number;
  stop(): Promise<void>;
};

/** The city as an operator starts it, with its own limits, over a PostgreSQL database. */
export async function startCity(databaseUrl: string, filesDir: string): Promise<CityProcess> {
  const child = spawn(process.execPath, asOperators(), {
    cwd: root,
    env: {
      ...process.env,
      ...{ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn' },
      ...{ DATABASE_URL: databaseUrl, CITY_FILES_DIR: filesDir },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the city did not start');
  const ended = once(child, 'exit');
  const said = createInterface(child.stdout);
  const line = await Promise.race([once(said, 'line'), ended]);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(line[0]))?.[0];
  if (url === undefined) throw new Error(`the city ended, or said: ${String(line[0])}`);
  return {
    url,
    cpuSeconds: () => processSeconds(pid),
    peakMiB: () => memoryPeakMiB(pid),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What follows `node` in `npm run city`. */
function asOperators(): readonly string[] {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly city: string };
  };
  return manifest.scripts.city.split(' ').slice(1);
}
