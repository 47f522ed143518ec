import { mkdirSync } from 'node:fs';
import { type Core, composeCore } from '#main/compose.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { announce, newAttachToken, withdraw } from '../attachment.ts';
import type { HostConfig } from '../host-config.ts';
import { type LoopbackHost, startLoopbackHost } from './loopback-host.ts';
import { readWindowMemory, saveWindowMemory } from './window-memory.ts';
import { WindowSessions } from './window-sessions.ts';

export type RunningHost = {
  readonly port: number;
  /** Opens one window; changes after each use. */
  launchUrl(): string;
  /** Whether the database answers. @throws what it says when it does not */
  isWell(): boolean;
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
  const { dataDir, runDir } = config;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  mkdirSync(runDir, { recursive: true });
  const composed = await composeCore(config);
  if (!composed.ok) return composed;
  const core = composed.value;
  const attachToken = newAttachToken();
  const host = await listen(core, config, attachToken).catch(async (error) => {
    await core.close();
    throw error;
  });
  await announce(runDir, { port: host.port, token: attachToken }, readers);
  core.start();
  return ok({
    port: host.port,
    launchUrl: () => host.launchUrl(),
    isWell: () => core.store.read((reader) => reader.safety.logExtent()).last >= 0,
    async stop() {
      await withdraw(runDir);
      await host.close();
      await core.close();
    },
  });
}

/** Listens where the host before listened, if it can, and knows its windows: those that are open find their way back. */
async function listen(core: Core, config: HostConfig, attachToken: string): Promise<LoopbackHost> {
  const { dataDir, rendererDir } = config;
  const before = readWindowMemory(dataDir);
  let port = config.port || (before?.port ?? 0);
  let windows = before?.windows ?? [];
  const keep = (names: readonly string[]): void => {
    windows = names;
    saveWindowMemory(dataDir, { port, windows });
  };
  const options = { rendererDir, attachToken, sessions: new WindowSessions(windows, keep) };
  const host = await startLoopbackHost(core, { ...options, port }).catch((error) => {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken || config.port !== 0) throw error;
    return startLoopbackHost(core, { ...options, port: 0 });
  });
  port = host.port;
  keep(windows);
  return host;
}

/** Ends the process cleanly when the system or Ctrl+C asks for it. */
export function stopOnSignals(host: RunningHost): void {
  const stop = (): void => void host.stop().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}
