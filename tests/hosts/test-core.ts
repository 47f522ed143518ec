import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { scryptPasswords } from '#main/app/session/password.ts';
import { type Core, type CoreConfig, composeCore, type Overrides } from '#main/compose.ts';
import type { SyncEngine } from '#main/ports/sync-engine.ts';
import { createSyncEngine } from '#main/sync/engine.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { plainDate } from '#shared/kernel/plain-date.ts';

/** A real demo office in a temporary folder, never connected to a city. */
export type TestCore = {
  readonly core: Core;
  readonly config: CoreConfig;
  /** How many windows follow the core's changes now. */
  watchers(): number;
  /** Closes the core and removes its folder. */
  remove(): Promise<void>;
};

/** A Thursday morning on which the examples of births are in time. */
const now = instantAt({ date: plainDate(2026, 10, 1), minutes: 9 * 60 });

export async function openTestCore(): Promise<TestCore> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mot-cua-host-'));
  const config: CoreConfig = {
    dataDir,
    mode: 'demo',
    deviceName: 'Máy thử',
    cityUrl: '',
    enrolmentCode: '',
  };
  const listeners = new Set<object>();
  const overrides: Overrides = {
    clock: { now: () => now },
    // The cost of a guess is not under test here.
    passwords: scryptPasswords(10),
    createSync: (options) => counted(createSyncEngine(options), listeners),
  };
  const composed = await composeCore(config, overrides);
  if (!composed.ok) throw new Error(JSON.stringify(composed.error));
  let closed: Promise<void> | undefined;
  const core: Core = {
    ...composed.value,
    close: () => (closed ??= composed.value.close()),
  };
  return {
    core,
    config,
    watchers: () => listeners.size,
    async remove() {
      await core.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function counted(engine: SyncEngine, listeners: Set<object>): SyncEngine {
  return {
    status: () => engine.status(),
    retry: (eventId) => engine.retry(eventId),
    start: () => engine.start(),
    stop: () => engine.stop(),
    enrol: (cityUrl, code) => engine.enrol(cityUrl, code),
    fileProgress: () => engine.fileProgress(),
    fetchFile: (sha256) => engine.fetchFile(sha256),
    takeOver: (request) => engine.takeOver(request),
    dayAtCity: (day, detail) => engine.dayAtCity(day, detail),
    safety: engine.safety,
    onChange(listener) {
      const mark = {};
      listeners.add(mark);
      const stop = engine.onChange(listener);
      return () => {
        listeners.delete(mark);
        stop();
      };
    },
  };
}
