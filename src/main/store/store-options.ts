import type { NewId } from '#shared/kernel/ids.ts';
import type { connect } from './connection.ts';

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
  /** Opens the file; a test puts one in its place that can run out of space. */
  readonly connect?: typeof connect;
};
