/** Type-checks every runtime zone with its own tsconfig; the first failing zone decides the exit code. */
import { spawnSync } from 'node:child_process';

const zones = ['shared', 'main', 'city', 'renderer', 'preload', 'tests'];
const failed = zones.filter((zone) => {
  const run = spawnSync('tsc', ['-p', `tsconfig.${zone}.json`], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  console.log(`${run.status === 0 ? 'ok  ' : 'FAIL'} ${zone}`);
  return run.status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;
