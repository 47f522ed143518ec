import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedFile } from '#main/ports/shipped-files.ts';

/** One forward step of the schema, from a file `NNNN-what.sql`. */
export type MigrationStep = {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  /** Tables whose number of rows the step may change, from its line `-- changes rows of: a, b`. */
  readonly changesRowsOf: readonly string[];
};

/** Where the steps of the device's database lie. */
export const deviceMigrations = shippedFile('migrations/device');

/** Reads a folder of steps in order of their numbers. Throws when a name is wrong or two steps share a number. */
export function readMigrationSteps(folder: string): readonly MigrationStep[] {
  const steps = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => readStep(folder, name));
  for (const [index, step] of steps.entries()) {
    if (step.version === steps[index - 1]?.version) throw new Error(`two steps ${step.version} in ${folder}`);
  }
  return steps;
}

function readStep(folder: string, file: string): MigrationStep {
  const match = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file);
  if (!match) throw new Error(`not a migration step: ${file}`);
  const sql = readFileSync(join(folder, file), 'utf8');
  const declared = /^-- changes rows of: (.+)$/m.exec(sql)?.[1] ?? '';
  return {
    version: Number(match[1]),
    name: match[2] ?? '',
    sql,
    changesRowsOf: declared
      .split(',')
      .map((table) => table.trim())
      .filter((table) => table !== ''),
  };
}
