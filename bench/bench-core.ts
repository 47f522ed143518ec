import { scryptPasswords } from '#main/app/session/password.ts';
import { type Core, type CoreClient, composeCore, connectInProcess, type Overrides } from '#main/compose.ts';
import { benchClock } from './bench-clock.ts';

/** Opens the core of a demo office: the real thing, with a clock that shows the day of the bench. */
export async function openCore(dataDir: string, overrides: Overrides = {}): Promise<Core> {
  const composed = await composeCore(
    { dataDir, mode: 'demo', deviceName: 'Máy đo', cityUrl: '', enrolmentCode: '', allowPlainHttp: true },
    // The hash of a password is slow on purpose and would drown what is measured; accounts keep their own cost.
    { clock: benchClock, passwords: scryptPasswords(4), ...overrides },
  );
  if (!composed.ok) throw new Error(JSON.stringify(composed.error));
  return composed.value;
}

/** A window of one of the demo accounts: `tiepnhan`, `hotich`, `lanhdao`. */
export async function signIn(core: Core, username: string): Promise<CoreClient> {
  const client = connectInProcess(core, `bench-${username}`);
  await client.session.signIn({ username, password: 'MotCua2026' });
  return client;
}
