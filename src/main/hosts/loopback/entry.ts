import { readHostConfig } from '../host-config.ts';
import { launchUrlOfRunning } from './attachment.ts';
import { runHost, stopOnSignals } from './run-host.ts';

/** Starts the core with the loopback host, or attaches to the one that runs; prints the address that opens a window. */

const config = readHostConfig(process.env);
const running = await launchUrlOfRunning(config.runDir);
if (running === undefined) await start();
else report(running);

async function start(): Promise<void> {
  const host = await runHost(config);
  if (!host.ok) {
    for (const problem of host.error) console.error(`${problem.message} [${problem.code}]`);
    process.exitCode = 1;
    return;
  }
  stopOnSignals(host.value);
  report(host.value.launchUrl());
}

/** One line a person can click and a program can read. */
function report(launchUrl: string): void {
  console.log(`Mở cửa sổ: ${launchUrl}`);
}
