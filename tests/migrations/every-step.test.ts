import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { deviceMigrations, readMigrationSteps } from '#main/store/migration-steps.ts';

const steps = readMigrationSteps(deviceMigrations);

test.each(steps)('step $version has a test of its own', ({ version, name }) => {
  const file = fileURLToPath(
    new URL(`./${String(version).padStart(4, '0')}-${name}.test.ts`, import.meta.url),
  );
  expect(existsSync(file)).toBe(true);
});

test('steps are numbered by tens, which leaves room between two', () => {
  expect(steps.filter((step) => step.version % 10 !== 0 || step.version === 0)).toEqual([]);
});
