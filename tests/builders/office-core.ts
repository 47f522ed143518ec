import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { scryptPasswords } from '#main/app/session/password.ts';
import {
  type Core,
  type CoreClient,
  type CoreConfig,
  composeCore,
  connectInProcess,
  type Overrides,
} from '#main/compose.ts';
import { type Instant, instantFromMillis, millisOf } from '#shared/kernel/instant.ts';

export type OfficeCore = AsyncDisposable & {
  readonly core: Core;
  readonly dataDir: string;
  /** Moves the core's clock on. */
  pass(time: { readonly minutes: number }): void;
  /** A window in which nobody has signed in. */
  window(name?: string): CoreClient;
  /** A window of one of the demo accounts: `tiepnhan`, `hotich`, `lanhdao`, `cntt`. */
  signedIn(username: string): Promise<CoreClient>;
};

/** A Thursday morning in term of every example of the procedures. */
export const thursdayMorning = '2026-10-01T02:00:00.000Z' as Instant;

export const demoPassword = 'MotCua2026';

/** A demo office with a real encrypted store in a temporary folder and a clock that a test moves; it syncs once started. */
export async function officeCore(
  overrides: Overrides = {},
  config: Partial<CoreConfig> = {},
): Promise<OfficeCore> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mot-cua-core-'));
  let millis = millisOf(thursdayMorning);
  let windows = 0;
  const composed = await composeCore(
    { dataDir, mode: 'demo', deviceName: 'Máy thử', cityUrl: '', enrolmentCode: '', ...config },
    { clock: { now: () => instantFromMillis(millis) }, passwords: scryptPasswords(4), ...overrides },
  );
  if (!composed.ok) throw new Error(JSON.stringify(composed.error));
  const core = composed.value;
  const window = (name = `window-${++windows}`): CoreClient => connectInProcess(core, name);
  return {
    core,
    dataDir,
    window,
    pass: ({ minutes }) => {
      millis += minutes * 60_000;
    },
    async signedIn(username) {
      const client = window();
      await client.session.signIn({ username, password: demoPassword });
      return client;
    },
    async [Symbol.asyncDispose]() {
      await core.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
