import type { Contract } from '#shared/contract/index.ts';
import { localDate } from '#shared/kernel/instant.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { OutputOf } from '../contract-types.ts';
import { administrationSettings, officeProfile } from '../settings.ts';
import { sessionOf } from './caller.ts';
import { meOf } from './me.ts';

/** What the window shows before and around everything else; answered to a locked window too. */
export function sessionStatus(app: App, window: string): Result<OutputOf<Contract['session']['status']>> {
  const session = sessionOf(app, window);
  return app.store.read((reader) => {
    const account = session && reader.account(session.accountId);
    const office = officeProfile(reader);
    return ok({
      office: { ...office, signers: [...office.signers] },
      deviceName: app.deviceName,
      mode: app.mode,
      demoAccounts: [...app.demoAccounts],
      ...(account?.active ? { me: meOf(account) } : {}),
      run: app.sessions.run,
      locked: session?.locked ?? false,
      autoLockMinutes: administrationSettings(reader).autoLockMinutes,
      today: localDate(app.clock.now()),
    });
  });
}
