import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export type Source = {
  /** Path from the repository's root with forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
};

export type Import = {
  readonly specifier: string;
  /** Repository path when it is one of our files, else undefined. */
  readonly file: string | undefined;
};

const IMPORT =
  /^\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

const aliases: Readonly<Record<string, string>> = {
  '#shared/': 'src/shared/',
  '#main/': 'src/main/',
  '#city/': 'src/city-server/',
  '#renderer/': 'src/renderer/',
  '#tests/': 'tests/',
  '#bench/': 'bench/',
};

/** Every hand-written TypeScript file under the folders, with its imports resolved; type imports count. */
export function readSources(...folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      .filter((entry) => !entry.parentPath.includes('node_modules'))
      .map((entry) =>
        readSource(path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')),
      ),
  );
}

function readSource(file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8');
  const imports = [...text.matchAll(IMPORT)].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    return { specifier, file: resolveImport(file, specifier) };
  });
  return { file, text, lines: text.split('\n').length, imports };
}

function resolveImport(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.'))
    return path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
  const alias = Object.keys(aliases).find((prefix) => specifier.startsWith(prefix));
  return alias === undefined ? undefined : (aliases[alias] ?? '') + specifier.slice(alias.length);
}

/** Files and packages that a file reaches, through any number of imports. */
export function reachableFrom(entry: string, sources: readonly Source[]): ReadonlySet<string> {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const seen = new Set<string>();
  const open = [entry];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const each of byFile.get(file)?.imports ?? []) {
      const target = each.file ?? each.specifier;
      if (seen.has(target)) continue;
      seen.add(target);
      if (each.file !== undefined) open.push(each.file);
    }
  }
  return seen;
}
