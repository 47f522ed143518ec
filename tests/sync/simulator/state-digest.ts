import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts';

/** The same for the same state, whatever stored it and in whatever order of keys. */
export function stateDigest(state: object): string {
  const plain = JSON.parse(JSON.stringify(state)) as Json;
  return createHash('sha256').update(canonicalJson(plain)).digest('hex');
}
