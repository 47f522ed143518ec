import { eventSchemas } from '#shared/dossiers/events.ts';
import type { Store } from '../types.ts';

/** Setting: the kinds of events the app knew that last opened this database. */
const KNOWN_KINDS = 'knownEventKinds';

/**
 * Events of kinds an older app did not know lie in the log, passed by. The first start of an app that knows other
 * kinds folds their dossiers and books again. @returns how many it folded
 */
export function replayAfterUpgrade(store: Pick<Store, 'read' | 'write'>): number {
  const known = Object.keys(eventSchemas).sort().join(' ');
  if (store.read((reader) => reader.setting<string>(KNOWN_KINDS)) === known) return 0;
  return store.write((writer) => {
    writer.saveSetting(KNOWN_KINDS, known);
    return writer.safety.replayParked();
  });
}
