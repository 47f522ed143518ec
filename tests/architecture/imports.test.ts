import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { violation } from './import-rules.ts';
import { reachableFrom, readSources, root, type Source } from './sources.ts';

const sources = readSources('src');

describe('import directions', () => {
  it('follow the table of layers', () => {
    const violations = sources.flatMap((source) =>
      source.imports.flatMap((each) => violation(source.file, each.specifier, each.file) ?? []),
    );
    expect(violations).toEqual([]);
  });

  it('name files that exist and never climb two folders', () => {
    const broken = sources.flatMap((source) =>
      source.imports
        .filter(
          (each) =>
            (each.file !== undefined && !existsSync(path.join(root, each.file))) ||
            each.specifier.includes('../../'),
        )
        .map((each) => `${source.file} imports ${each.specifier}`),
    );
    expect(broken).toEqual([]);
  });

  it('keep Electron out of tests, benches and scripts: requiring it may download it', () => {
    const asking = readSources('tests', 'bench', 'scripts').filter((source) =>
      source.imports.some((each) => each.specifier === 'electron'),
    );
    expect(asking.map((source) => source.file)).toEqual([]);
  });

  it('have no cycle', () => {
    expect(cyclesOf(sources)).toEqual([]);
  });

  it('catch a planted violation of each kind', () => {
    expect(violation('src/shared/people/x.ts', 'node:fs', undefined)).toContain('node:fs');
    expect(violation('src/shared/kernel/x.ts', '../people/y.ts', 'src/shared/people/y.ts')).toContain(
      'kernel',
    );
    expect(
      violation('src/shared/procedures/a/x.ts', '#shared/procedures/b/y.ts', 'src/shared/procedures/b/y.ts'),
    ).toContain('a procedure');
    expect(violation('src/renderer/x.ts', '#main/app/y.ts', 'src/main/app/y.ts')).toContain('renderer');
    expect(violation('src/main/store/x.ts', '#main/sync/y.ts', 'src/main/sync/y.ts')).toContain('store');
    expect(violation('src/main/app/x.ts', 'electron', undefined)).toContain('electron');
    expect(violation('src/main/hosts/loopback/x.ts', 'electron', undefined)).toContain('electron');
  });
});

describe('what an entry reaches', () => {
  it.each([
    'src/main/hosts/loopback/entry.ts',
    'src/main/hosts/service/entry.ts',
    'src/main/hosts/cli/entry.ts',
    'src/city-server/entry.ts',
  ])('%s never reaches Electron', (entry) => {
    expect(existsSync(path.join(root, entry))).toBe(true);
    expect([...reachableFrom(entry, sources)].filter((each) => each.startsWith('electron'))).toEqual([]);
  });

  it('the window never reaches Node', () => {
    const reached = reachableFrom('src/renderer/main.tsx', sources);
    expect(reached.size).toBeGreaterThan(10);
    expect([...reached].filter((each) => each.startsWith('node:') || each.startsWith('src/main/'))).toEqual(
      [],
    );
  });
});

/** Each cycle once, as `a -> b -> a`. */
function cyclesOf(all: readonly Source[]): readonly string[] {
  const byFile = new Map(all.map((source) => [source.file, source]));
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
      return;
    }
    state.set(file, 'open');
    for (const each of byFile.get(file)?.imports ?? []) {
      if (each.file !== undefined && byFile.has(each.file)) visit(each.file, [...trail, file]);
    }
    state.set(file, 'done');
  };
  for (const source of all) visit(source.file, []);
  return cycles;
}
