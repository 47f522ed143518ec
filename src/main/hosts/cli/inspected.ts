import { officeFiles } from '#main/compose.ts';
import { type InspectedStore, inspectStore } from '#main/store/inspect.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { HostConfig } from '../host-config.ts';
import { officeKey } from './office-key.ts';

/** Asks the office's database something without owning it, so that a running core is not disturbed. */
export function inspected<T>(
  config: HostConfig,
  ask: (store: InspectedStore, key: Buffer) => Result<T>,
): Result<T> {
  const key = officeKey(config);
  if (!key.ok) return key;
  const store = inspectStore({ file: officeFiles(config.dataDir).database, key: key.value });
  if (!store.ok) return store;
  try {
    return ask(store.value, key.value);
  } finally {
    store.value.close();
  }
}
