import type { SyncEngine } from '#main/ports/sync-engine.ts';
import type { FileVault } from '#main/store/files/file-vault.ts';
import type { SecondCopy } from '#main/store/second-copy/second-copy.ts';
import type { Store } from '#main/store/types.ts';
import type { WorkingCalendar } from '#shared/deadlines/calendar.ts';
import type { Role } from '#shared/dossiers/roles.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { DeviceId, NewId } from '#shared/kernel/ids.ts';
import type { Transfers } from './files/transfers.ts';
import type { OpenExports } from './safety/open-exports.ts';
import type { Passwords } from './session/password.ts';
import type { Sessions } from './session/sessions.ts';

/** `demo` and `training` never touch real numbers and put a watermark on every paper. */
export type Mode = 'real' | 'demo' | 'training';

export type DemoAccount = {
  readonly username: string;
  readonly password: string;
  readonly fullName: string;
  readonly role: Role;
};

/** Everything a use case works with. Built once by the composition root. */
export type App = {
  readonly store: Store;
  readonly sync: SyncEngine;
  /** Where the bytes of attached files lie. */
  readonly vault: FileVault;
  readonly transfers: Transfers;
  readonly exports: OpenExports;
  readonly sessions: Sessions;
  readonly passwords: Passwords;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly calendar: WorkingCalendar;
  readonly mode: Mode;
  readonly deviceId: DeviceId;
  readonly deviceName: string;
  /** Offered on the login screen; empty in a real office. */
  readonly demoAccounts: readonly DemoAccount[];
  /** Where printed pages find their fonts, relative to the page. */
  readonly fontBaseUrl: string;
  /** Told of every exception that is not an expected error; the window only sees `request/internal`. */
  readonly onBug: (error: unknown) => void;
  /** Unsent work on another disk or PC. */
  readonly secondCopy: Pick<SecondCopy, 'choose' | 'status' | 'onChange'>;
  /** Copies the database to the backups folder now. */
  readonly backUp: () => Promise<{ readonly file: string; readonly bytes: number }>;
};
