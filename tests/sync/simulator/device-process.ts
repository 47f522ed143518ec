import { flushCompileCache } from 'node:module';
import { scryptPasswords } from '#main/app/session/password.ts';
import { type CoreClient, composeCore, connectInProcess } from '#main/compose.ts';
import { type Connection, connect } from '#main/store/connection.ts';
import { StoreWriteError } from '#main/store/store-write-error.ts';
import { createSyncEngine } from '#main/sync/engine.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Asked, DeviceSetup, Told } from './device-messages.ts';
import { contentsOf, healthOf, progressOf } from './device-report.ts';
import { simulatedNow } from './simulated-time.ts';

/** One office machine: a real core over a real encrypted database, driven by its parent, and killed by it. */
const setup = JSON.parse(process.argv[2] ?? '') as DeviceSetup;
const connections: Connection[] = [];
const now = () => simulatedNow(setup.clockAheadMs);

/** A day's waiting in seconds: the loop is the real one, only its rests are short. */
const quickSync = { random: () => 0.02, timeouts: { probeMs: 1_000, transferMs: 2_000 }, pollMs: 400 };

const composed = await composeCore(
  { dataDir: setup.dataDir, mode: 'real', deviceName: setup.name, cityUrl: '', enrolmentCode: '' },
  {
    clock: { now },
    // What a guess costs is not under test here.
    passwords: scryptPasswords(4),
    createSync: (options) => createSyncEngine({ ...options, ...quickSync }),
    openDatabase(...args) {
      const connection = connect(...args);
      connections.push(connection);
      return connection;
    },
    onBug(error) {
      if (!(error instanceof StoreWriteError)) tell({ kind: 'bug', error: textOf(error) });
    },
  },
);
if (!composed.ok) throw new Error(JSON.stringify(composed.error));
const core = composed.value;
const windows = new Map<string, CoreClient>();

process.on('message', (asked: Asked) => void answer(asked));
process.on('disconnect', () => process.exit());
core.start();
tell({ kind: 'ready' });
// At its exit Node would do it, and this process never gets to its exit.
flushCompileCache();

async function answer(asked: Asked): Promise<void> {
  const { id } = asked;
  try {
    tell({ kind: 'answer', id, value: await resultOf(asked) });
  } catch (error) {
    const problems = problemsOf(error);
    tell(problems ? { kind: 'refused', id, problems } : { kind: 'threw', id, error: textOf(error) });
  }
}

function resultOf(asked: Asked): unknown {
  switch (asked.kind) {
    case 'call':
      return callOf(windowOf(asked.window), asked.path)(asked.input);
    case 'disk':
      // SQLite takes the present size for any smaller one: not a page more.
      for (const { sqlite } of connections)
        sqlite.pragma(`max_page_count = ${asked.full ? 1 : 1_000_000_000}`);
      return true;
    case 'health':
      return healthOf(core.store);
    case 'progress':
      return progressOf(core, now());
    case 'contents':
      return contentsOf(core.store);
  }
}

function windowOf(name: string): CoreClient {
  const window = windows.get(name) ?? connectInProcess(core, name);
  windows.set(name, window);
  return window;
}

type Call = (input: unknown) => unknown;

function callOf(client: CoreClient, path: readonly string[]): Call {
  let at: unknown = client;
  for (const part of path) at = (at as Record<string, unknown>)[part];
  return at as Call;
}

function problemsOf(error: unknown): readonly Problem[] | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'REFUSED') return undefined;
  return 'data' in error ? (error.data as { problems: Problem[] }).problems : undefined;
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function tell(message: Told): void {
  process.send?.(message);
}
