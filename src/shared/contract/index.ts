import { administration } from './administration.ts';
import { changes } from './changes.ts';
import { conflicts } from './conflicts.ts';
import { documents } from './documents.ts';
import { dossiers } from './dossiers.ts';
import { drafts } from './drafts.ts';
import { files } from './files.ts';
import { reconciliation } from './reconciliation.ts';
import { register } from './register.ts';
import { safety } from './safety.ts';
import { search } from './search.ts';
import { session } from './session.ts';
import { sync } from './sync.ts';

/** Every call a window may make. Served over MessagePort (Electron) and HTTP (loopback) by the same router. */
export const contract = {
  session,
  drafts,
  dossiers,
  documents,
  reconciliation,
  register,
  search,
  files,
  sync,
  safety,
  conflicts,
  administration,
  changes,
};
export type Contract = typeof contract;
