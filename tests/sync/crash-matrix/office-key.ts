import { officeSecrets } from '#main/compose.ts';

export function officeKey(dataDir: string): Buffer {
  return officeSecrets({ dataDir }).getOrCreateKey('office');
}
