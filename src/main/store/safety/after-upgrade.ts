import { eventSchemas, isEventKind, payloadVersion } from '#shared/dossiers/events.ts';
import type { Store } from '../types.ts';

/** Setting: the kinds of events, with their newest versions, that the app knew that last opened this database. */
const KNOWN_KINDS = 'knownEventKinds';

/**
 * Events of kinds and versions an older app did not know lie in the log, passed by. The first start of an app that
 * knows others folds their dossiers and books again. @returns how many it folded
 */
export function replayAfterUpgrade(store: Pick<Store, 'read' | 'write'>): number {
  const known = Object.keys(eventSchemas)
    .filter(isEventKind)
    .map((kind) => `${kind}@${payloadVersion(kind)}`)
    .sort()
    .join(' ');
  if (store.read((reader) => reader.setting<string>(KNOWN_KINDS)) === known) return 0;
  return store.write((writer) => {
    writer.saveSetting(KNOWN_KINDS, known);
    return writer.safety.replayParked();
  });
}
