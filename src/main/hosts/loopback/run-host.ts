import { mkdirSync } from 'node:fs';
import { composeCore } from '#main/compose.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { HostConfig } from '../host-config.ts';
import { announce, newAttachToken, withdraw } from './attachment.ts';
import { startLoopbackHost } from './loopback-host.ts';

export type RunningHost = {
  readonly port: number;
  /** Opens one window; changes after each use. */
  launchUrl(): string;
  stop(): Promise<void>;
};

/**
 * A core that syncs, with a loopback host for its windows, announced to whoever may attach.
 * @param readers who may attach: the same user, or the service's group
 * @returns why the core could not start
 */
export async function runHost(
  config: HostConfig,
  readers: 'owner' | 'group' = 'owner',
): Promise<Result<RunningHost>> {
  const { dataDir, runDir, port, rendererDir } = config;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  mkdirSync(runDir, { recursive: true });
  const composed = await composeCore(config);
  if (!composed.ok) return composed;
  const core = composed.value;
  const attachToken = newAttachToken();
  const host = await startLoopbackHost(core, { port, rendererDir, attachToken }).catch(async (error) => {
    await core.close();
    throw error;
  });
  await announce(runDir, { port: host.port, token: attachToken }, readers);
  core.start();
  return ok({
    port: host.port,
    launchUrl: () => host.launchUrl(),
    async stop() {
      await withdraw(runDir);
      await host.close();
      await core.close();
    },
  });
}

/** Ends the process cleanly when the system or Ctrl+C asks for it. */
export function stopOnSignals(host: RunningHost): void {
  const stop = (): void => void host.stop().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}
