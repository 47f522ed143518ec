import type { ProtocolRange } from '#shared/sync/negotiate.ts';
import type { Catalogues } from '../app/catalogues.ts';
import type { Database } from '../store/database.ts';
import type { FileFolder } from '../store/file-folder.ts';
import type { SealingKey } from '../store/sealing-key.ts';
import type { ServerIdentity } from '../store/server-identity.ts';

/** What every route works with. */
export type CityContext = {
  readonly database: Database;
  readonly identity: ServerIdentity;
  readonly catalogues: Catalogues;
  readonly files: FileFolder;
  /** For exports that come on a medium. */
  readonly sealing: SealingKey;
  readonly protocols: ProtocolRange;
  /** Of official dossier codes, see `dossier-code.ts`. */
  readonly codeShape: string;
  now(): Date;
};
