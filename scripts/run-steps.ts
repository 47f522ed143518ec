import { spawnSync } from 'node:child_process';

/** Runs commands one after the other with their output shown; the first that fails ends the process with its code. */
export function runSteps(steps: readonly (readonly [name: string, command: readonly string[]])[]): void {
  for (const [name, [command = '', ...args]] of steps) {
    const started = performance.now();
    console.log(`\n▶ ${name}`);
    const run = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (run.status !== 0) {
      console.error(`✗ ${name} failed after ${seconds} s`);
      process.exit(run.status ?? 1);
    }
    console.log(`✓ ${name} (${seconds} s)`);
  }
}
