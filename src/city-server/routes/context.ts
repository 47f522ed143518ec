import type { Catalogues } from '../app/catalogues.ts';
import type { Database } from '../store/database.ts';
import type { FileFolder } from '../store/file-folder.ts';
import type { ServerIdentity } from '../store/server-identity.ts';

/** What every route works with. */
export type CityContext = {
  readonly database: Database;
  readonly identity: ServerIdentity;
  readonly catalogues: Catalogues;
  readonly files: FileFolder;
  now(): Date;
};
