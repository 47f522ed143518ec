import { describe, expect, it } from 'vitest';
import { readSources } from './sources.ts';

const sources = readSources('src', 'tests', 'bench', 'scripts');
const written = sources.filter((source) => !source.file.endsWith('.generated.ts'));

describe('source files', () => {
  it('stay under 400 lines, tests under 600', () => {
    const long = written
      .filter(
        (source) =>
          source.lines > (/\.test\.tsx?$|examples\.ts$|messages\.ts$/.test(source.file) ? 600 : 400),
      )
      .map((source) => `${source.file}: ${source.lines}`);
    expect(long).toEqual([]);
  });

  it('have kebab-case names that say something', () => {
    const odd = written
      .map((source) => source.file)
      .filter((file) => {
        const name = file.split('/').at(-1) ?? '';
        return (
          !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|generated|canary))?\.tsx?$/.test(name) ||
          /(^|\/)(utils|helpers|common|misc)(\/|\.)/.test(file)
        );
      });
    expect(odd).toEqual([]);
  });

  it('skip no test and silence no rule without a reason', () => {
    const silenced = written.flatMap((source) =>
      source.file === 'tests/architecture/habits.test.ts'
        ? []
        : source.text
            .split('\n')
            .filter((line) =>
              /\b(it|test|describe)\.(skip|only|todo)\b|@ts-ignore|biome-ignore[^:]*:\s*$|TODO|FIXME/.test(
                line,
              ),
            )
            .map((line) => `${source.file}: ${line.trim()}`),
    );
    expect(silenced).toEqual([]);
  });

  it('keep the pure zone free of the clock and of chance', () => {
    const impure = written
      .filter((source) => source.file.startsWith('src/shared/') && !source.file.endsWith('.test.ts'))
      .filter((source) => /\bnew Date\b|\bDate\.(now|parse|UTC)\b|\bMath\.random\b/.test(source.text))
      .map((source) => source.file);
    expect(impure).toEqual([]);
  });

  it('name no machine path and no registry host', () => {
    const leaks = written
      .filter((source) => source.file !== 'tests/architecture/habits.test.ts')
      .filter((source) => /["'`]\/(work|root|home)\/|registry\.npmjs\.org|deb\.debian\.org/.test(source.text))
      .map((source) => source.file);
    expect(leaks).toEqual([]);
  });
});
