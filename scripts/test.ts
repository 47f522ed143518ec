/** Every test of the project: what `ready` runs, then the browser tests against what `ready` built. */
import { runSteps } from './run-steps.ts';

runSteps([
  ['ready', ['node', 'scripts/ready.ts']],
  ['browser tests', ['vitest', 'run', '--project', 'e2e']],
]);
