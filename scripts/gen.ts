/**
 * Writes the generated files: the registry of procedures and docs/errors.md; `npm run gen`.
 * With `--check` it writes nothing and ends with 1 when one of them is stale.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { errorCodes } from '#shared/kernel/error-codes.ts';
import { errorList } from './error-list.ts';
import { procedureFolders, registrySource } from './procedure-registry.ts';

const root = new URL('../', import.meta.url);
const folders = procedureFolders(
  readdirSync(new URL('src/shared/procedures/', root), { withFileTypes: true }),
);
const files: Readonly<Record<string, string>> = {
  'src/shared/procedures/procedures.generated.ts': registrySource(folders),
  'docs/errors.md': errorList(errorCodes),
};
const stale = Object.entries(files).filter(([name, text]) => current(name) !== text);

if (process.argv.includes('--check')) {
  for (const [name] of stale) console.error(`${name} is stale: run npm run gen`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [name, text] of stale) {
    writeFileSync(new URL(name, root), text);
    console.log(`wrote ${name}`);
  }
}

function current(name: string): string | undefined {
  const file = new URL(name, root);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
