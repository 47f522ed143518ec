/** What CI runs before the browser tests: gen, types, lint, architecture, unit, build. Stops at the first failure. */
import { runSteps } from './run-steps.ts';

runSteps([
  ['gen', ['node', 'scripts/gen.ts', '--check']],
  ['types', ['node', 'scripts/types.ts']],
  ['lint', ['biome', 'check', '.']],
  ['dead code', ['knip']],
  ['architecture', ['vitest', 'run', '--project', 'architecture']],
  ['unit', ['vitest', 'run', '--project', 'unit', '--project', 'dom']],
  ['build', ['vite', 'build', '--logLevel', 'warn']],
]);
