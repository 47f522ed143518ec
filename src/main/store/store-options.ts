import type { NewId } from '#shared/kernel/ids.ts';

export type StoreOptions = {
  /** Path of the database; its folder is made when missing. */
  readonly file: string;
  /** 32 random bytes from the secrets port. */
  readonly key: Buffer;
  readonly deviceId: string;
  /** Office written into events while the setting `office`, which enrolment writes, is not there. */
  readonly officeId?: string;
  readonly newId: NewId;
  /** Where the copy made before a migration goes; by default beside the file. */
  readonly backupsDir?: string;
  /** Folder of schema steps; by default the one that ships with the app. */
  readonly migrationsDir?: string;
};
