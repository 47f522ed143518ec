import { attachOrStart } from '../attach-or-start.ts';
import { readHostConfig } from '../host-config.ts';
import { runHost, stopOnSignals } from './run-host.ts';

/** Starts the core with the loopback host, or attaches to the one that runs; prints the address that opens a window. */

const config = readHostConfig(process.env);
const running = await attachOrStart(config, () => runHost(config));
if (!running.ok) {
  for (const problem of running.error) console.error(`${problem.message} [${problem.code}]`);
  process.exitCode = 1;
} else if (running.value.kind === 'attached') {
  report(running.value.launchUrl);
} else {
  stopOnSignals(running.value.core);
  report(running.value.core.launchUrl());
}

/** One line a person can click and a program can read. */
function report(launchUrl: string): void {
  console.log(`Mở cửa sổ: ${launchUrl}`);
}
