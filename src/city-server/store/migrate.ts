import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Database, Session } from './database.ts';

export const cityMigrations = path.resolve(import.meta.dirname, '../../../migrations/city');

type Step = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
};
type Applied = { readonly number: number; readonly name: string; readonly checksum: string };

/** One lock for all servers of a database: two that start together apply each step once. */
const LOCK_KEY = 4_220_316;

/**
 * Applies the steps of `folder` that are not applied yet, in order, each in its own transaction.
 * @throws Error when an applied step has changed or is missing: the database is newer than this server
 */
export async function migrate(database: Database, folder: string = cityMigrations): Promise<void> {
  const steps = readSteps(folder);
  await database.session(async (session) => {
    await session.script(`SELECT pg_advisory_lock(${LOCK_KEY})`);
    try {
      await session.script(
        `CREATE TABLE IF NOT EXISTS schema_steps (number integer PRIMARY KEY, name text NOT NULL,
           checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
      );
      const applied = await session.rows<Applied>(
        'SELECT number, name, checksum FROM schema_steps ORDER BY number',
      );
      checkApplied(steps, applied);
      // By what is missing, not above the last: branches merge in any order, and 0030 may come after 0040 ran.
      const done = new Set(applied.map(({ number }) => number));
      for (const step of steps.filter(({ number }) => !done.has(number))) await apply(session, step);
    } finally {
      await session.script(`SELECT pg_advisory_unlock(${LOCK_KEY})`);
    }
  });
}

function readSteps(folder: string): readonly Step[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]);
      if (!Number.isInteger(number)) throw new Error(`not a migration name: ${name}`);
      const sql = readFileSync(path.join(folder, name), 'utf8');
      return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

function checkApplied(steps: readonly Step[], applied: readonly Applied[]): void {
  for (const done of applied) {
    const step = steps.find((each) => each.number === done.number);
    if (!step) throw new Error(`the database has step ${done.name}, which this server does not know`);
    if (step.checksum !== done.checksum)
      throw new Error(`step ${done.name} was changed after it was applied`);
  }
}

async function apply(session: Session, step: Step): Promise<void> {
  await session.script('BEGIN');
  try {
    await session.script(step.sql);
    await session.rows('INSERT INTO schema_steps (number, name, checksum) VALUES ($1, $2, $3)', [
      step.number,
      step.name,
      step.checksum,
    ]);
    await session.script('COMMIT');
  } catch (error) {
    await session.script('ROLLBACK');
    throw new Error(`step ${step.name} failed; nothing of it was kept`, { cause: error });
  }
}
