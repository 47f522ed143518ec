import { mkdirSync } from 'node:fs';
import { composeCore } from '#main/compose.ts';
import { readHostConfig } from '../host-config.ts';
import { announce, launchUrlOfRunning, newAttachToken, withdraw } from './attachment.ts';
import { startLoopbackHost } from './loopback-host.ts';

/** Starts the core with the loopback host, or attaches to the one that runs; prints the address that opens a window. */

const config = readHostConfig(process.env);
mkdirSync(config.dataDir, { recursive: true });

const running = await launchUrlOfRunning(config.dataDir);
if (running !== undefined) {
  report(running);
} else {
  await startHost();
}

async function startHost(): Promise<void> {
  const composed = await composeCore(config);
  if (!composed.ok) {
    for (const problem of composed.error) console.error(`${problem.message} [${problem.code}]`);
    process.exitCode = 1;
    return;
  }
  const core = composed.value;
  const attachToken = newAttachToken();
  const host = await startLoopbackHost(core, {
    port: config.port,
    rendererDir: config.rendererDir,
    attachToken,
  });
  await announce(config.dataDir, { port: host.port, token: attachToken });
  core.start();
  report(host.launchUrl());

  const stop = async (): Promise<void> => {
    await withdraw(config.dataDir);
    await host.close();
    await core.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

/** One line a person can click and a program can read. */
function report(launchUrl: string): void {
  console.log(`Mở cửa sổ: ${launchUrl}`);
}
