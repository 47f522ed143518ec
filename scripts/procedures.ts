/** Prints what each procedure holds, and how many tests of the conformance suite it passes; `npm run procedures`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { procedures } from '#shared/procedures/procedures.generated.ts';

type Report = {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly status: string;
    }[];
  }[];
};

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const suite = 'tests/procedures/conformance.test.ts';
const folder = mkdtempSync(join(tmpdir(), 'procedures-'));
const file = join(folder, 'report.json');
const run = spawnSync(
  process.execPath,
  [vitest, 'run', suite, '--project', 'unit', '--reporter', 'json', '--outputFile', file],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
const report: Report = JSON.parse(readFileSync(file, 'utf8'));
rmSync(folder, { recursive: true });
const tests = report.testResults.flatMap((file) => file.assertionResults);

console.table(
  procedures.map((procedure) => {
    const own = tests.filter((test) => test.ancestorTitles[0] === procedure.id);
    return {
      code: procedure.code,
      name: procedure.name,
      variants: procedure.variants.map((variant) => `${variant.code} ${variant.name}`).join(', '),
      documents: procedure.documents.length,
      'register book': procedure.book.title,
      tests: `${own.filter((test) => test.status === 'passed').length}/${own.length} passed`,
    };
  }),
);
process.exitCode = run.status ?? 1;
