import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { firstAdministrator } from '#main/app/administration/first-administrator.ts';
import type { App, Mode } from '#main/app/app.ts';
import { demoAccounts } from '#main/app/demo/demo-accounts.ts';
import { seedDemo } from '#main/app/demo/seed-demo.ts';
import { Transfers } from '#main/app/files/transfers.ts';
import { type Keeping, keepOffice } from '#main/app/keeping/keep-office.ts';
import { type CoreRouter, createRouter } from '#main/app/router.ts';
import { OpenExports } from '#main/app/safety/open-exports.ts';
import { type Passwords, scryptPasswords } from '#main/app/session/password.ts';
import { Sessions } from '#main/app/session/sessions.ts';
import { administrationSettings } from '#main/app/settings.ts';
import { type Secrets, SecretsError } from '#main/ports/secrets.ts';
import type { SyncEngine } from '#main/ports/sync-engine.ts';
import { asideOf } from '#main/store/aside.ts';
import { fileSecrets } from '#main/store/file-secrets.ts';
import { type FileVault, openFileVault } from '#main/store/files/file-vault.ts';
import { openStore } from '#main/store/open.ts';
import { SecondCopy } from '#main/store/second-copy/second-copy.ts';
import type { StoreOptions } from '#main/store/store-options.ts';
import type { Store } from '#main/store/types.ts';
import { createSyncEngine, type SyncEngineOptions } from '#main/sync/engine.ts';
import type { WorkingCalendar } from '#shared/deadlines/calendar.ts';
import { vietnamCalendar } from '#shared/deadlines/vietnam-calendar.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { NewId } from '#shared/kernel/ids.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { enrolWhenReachable } from './auto-enrolment.ts';
import { deviceIdentity } from './device-identity.ts';
import { scheduledBackup } from './scheduled-backup.ts';
import { systemClock } from './system-clock.ts';
import { systemNewId } from './system-new-id.ts';

export { exportUnsent } from '#main/sync/safety/sealed-export.ts';
export { knownDevice, takeIdentity } from './device-identity.ts';

/** What differs from one machine to the next. */
export type CoreConfig = {
  /** Holds the database, its key file, its backups and the device's identity; made when missing. */
  readonly dataDir: string;
  readonly mode: Mode;
  readonly deviceName: string;
  /** With both of these the core enrols by itself as soon as the city answers. */
  readonly cityUrl: string;
  readonly enrolmentCode: string;
  /** Enrols at a plain http address beyond this machine too. */
  readonly allowPlainHttp?: boolean;
  /** Holds the words that wrap the database key at rest; without one the key file's own rights protect it. */
  readonly passphraseFile?: string | undefined;
};

/** Where a core keeps its database and the copies it makes by itself. */
export function officeFiles(dataDir: string): {
  readonly database: string;
  readonly backups: string;
  readonly files: string;
} {
  return {
    database: path.join(dataDir, 'office.db'),
    backups: path.join(dataDir, 'backups'),
    files: path.join(dataDir, 'files'),
  };
}

/** Where the key of the database rests, unless a host brings a key store of its own. */
export function officeSecrets(config: Pick<CoreConfig, 'dataDir' | 'passphraseFile'>): Secrets {
  const { dataDir, passphraseFile } = config;
  const passphrase = (): string | undefined => (passphraseFile ? wordsIn(passphraseFile) : undefined);
  return { getOrCreateKey: (name) => fileSecrets(dataDir, passphrase()).getOrCreateKey(name) };
}

function wordsIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new SecretsError('the passphrase file cannot be read', { cause: error });
  }
}

/** Collaborators a test or a host puts in place of the real ones. */
export type Overrides = {
  readonly secrets?: Secrets;
  readonly clock?: Clock;
  readonly newId?: NewId;
  readonly calendar?: WorkingCalendar;
  readonly passwords?: Passwords;
  readonly createSync?: (options: SyncEngineOptions) => SyncEngine;
  readonly openDatabase?: NonNullable<StoreOptions['connect']>;
  readonly fontBaseUrl?: string;
  readonly onBug?: (error: unknown) => void;
  /** Takes a turn of the office's keeping, in place of the next round of the event loop. */
  readonly later?: (turn: () => void) => void;
};

/** Everything of an office's machine but its windows. */
export type Core = {
  /** Serve it with `{ context: { window } }`: an id of the window that the host made. */
  readonly router: CoreRouter;
  readonly store: Store;
  readonly sync: SyncEngine;
  /** Where the bytes of attached files lie. */
  readonly vault: FileVault;
  /** A host closes a window's session when the window is gone. */
  readonly sessions: Sessions;
  /** What follows by itself from a commit; `start` begins it too. */
  readonly keeping: Keeping;
  /** Begins to sync and to back up by itself; answering calls needs no start. */
  start(): void;
  close(): Promise<void>;
};

export type CoreClient = RouterClient<CoreRouter>;

/**
 * Builds a core over a data folder.
 * @returns the store's reasons when it cannot be opened: locked by another core, wrong key, damaged, from a newer app
 */
export async function composeCore(config: CoreConfig, overrides: Overrides = {}): Promise<Result<Core>> {
  const { dataDir, mode, deviceName, cityUrl, enrolmentCode, allowPlainHttp } = config;
  const { clock = systemClock, newId = systemNewId(clock), onBug = reportBug } = overrides;
  const { calendar = vietnamCalendar, passwords = scryptPasswords(), fontBaseUrl = './fonts' } = overrides;
  const key = databaseKey(overrides.secrets ?? officeSecrets(config));
  if (!key.ok) return key;
  const deviceId = deviceIdentity(dataDir, newId);
  const { database: file, backups: folder, files } = officeFiles(dataDir);
  const { openDatabase } = overrides;
  const opened = openStore({
    ...{ file, key: key.value, deviceId, newId, backupsDir: folder },
    ...(openDatabase && { connect: openDatabase }),
  });
  if (!opened.ok) return opened;
  const store = opened.value;
  const vault = openFileVault(files, key.value);
  const transfers = new Transfers();
  const everyMinutes = (): number => store.read(administrationSettings).backupEveryMinutes;
  const aside = asideOf({ file, key: key.value });
  const secondCopy = new SecondCopy({
    store,
    clock,
    bytes: vault,
    device: deviceId,
    deviceName,
    onFault: onBug,
  });
  const backup = scheduledBackup({ store, aside, folder, clock, everyMinutes, onFault: onBug });
  const createSync = overrides.createSync ?? createSyncEngine;
  const uploadKilobitsPerSecond = (): number => store.read(administrationSettings).uploadKilobitsPerSecond;
  const sync = createSync({
    ...{ store, clock, deviceId, deviceName, vault, uploadKilobitsPerSecond },
    aside,
    allowPlainHttp,
    report: onBug,
  });
  const sessions = new Sessions();
  const app: App = {
    ...{
      store,
      sync,
      vault,
      transfers,
      exports: new OpenExports(),
      sessions,
      passwords,
      clock,
      newId,
      calendar,
      mode,
      deviceId,
      deviceName,
      secondCopy,
    },
    ...{ fontBaseUrl, onBug },
    demoAccounts: mode === 'real' ? [] : demoAccounts,
    backUp: backup.now,
  };
  const keeping = keepOffice(app, overrides.later);
  await prepare(app, dataDir);
  let giveUpEnrolling = (): void => {};
  return ok({
    router: createRouter(app),
    store,
    sync,
    vault,
    sessions,
    keeping,
    start() {
      sync.start();
      backup.start();
      secondCopy.start();
      keeping.start();
      const wanted = cityUrl !== '' && enrolmentCode !== '' && sync.status().city === '';
      if (wanted) giveUpEnrolling = enrolWhenReachable(sync, cityUrl, enrolmentCode);
    },
    async close() {
      giveUpEnrolling();
      keeping.stop();
      await sync.stop();
      await transfers.close();
      await secondCopy.stop();
      await backup.stop();
      store.close();
    },
  });
}

/** A window without a transport, for tests and for hosts that live in this process. */
export function connectInProcess(core: Core, window: string): CoreClient {
  return createRouterClient(core.router, { context: { window } });
}

/** @returns `store/wrong-key` when a key is there but cannot be had */
export function databaseKey(secrets: Secrets): Result<Buffer> {
  try {
    return ok(secrets.getOrCreateKey('office'));
  } catch (error) {
    if (!(error instanceof SecretsError)) throw error;
    return err([problem('store/wrong-key', 'error', 'Không mở được khóa dữ liệu. Hãy liên hệ cán bộ CNTT.')]);
  }
}

/** An empty demo office gets its people; an empty real one gets one administrator, whose password is left in a file. */
async function prepare(app: App, dataDir: string): Promise<void> {
  if (app.mode !== 'real') return seedDemo(app);
  const administrator = await firstAdministrator(app);
  if (!administrator) return;
  const { username, password } = administrator;
  const text = `Đăng nhập lần đầu: ${username} / ${password}\nHãy đổi mật khẩu ngay rồi xóa tệp này.\n`;
  writeFileSync(path.join(dataDir, 'dang-nhap-lan-dau.txt'), text, { mode: 0o600 });
}

function reportBug(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}
