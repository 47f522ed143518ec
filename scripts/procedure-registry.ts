import type { Dirent } from 'node:fs';

/** The procedures there are: every folder under src/shared/procedures, in a fixed order. */
export function procedureFolders(entries: readonly Dirent[]): readonly string[] {
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The text of procedures.generated.ts for these folders. */
export function registrySource(folders: readonly string[]): string {
  const imports = folders.map(
    (name) => `import { procedure as ${camelCase(name)} } from './${name}/index.ts';`,
  );
  return [
    '// Written by `npm run gen` from the folder names. Do not edit.',
    "import type { AnyProcedure } from './define-procedure.ts';",
    ...imports,
    '',
    `export const procedures: readonly AnyProcedure[] = [${folders.map(camelCase).join(', ')}];`,
    '',
    "/** @param id the folder's name, as an event carries it */",
    'export function findProcedure(id: string): AnyProcedure | undefined {',
    '  return procedures.find((procedure) => procedure.id === id);',
    '}',
    '',
  ].join('\n');
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
