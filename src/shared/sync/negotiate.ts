import { PROTOCOL_VERSION } from './protocol.ts';

/** Versions of the protocol that one end speaks, both ends included. */
export type ProtocolRange = { readonly min: number; readonly max: number };

/** What this app speaks: the present version and the two before it, as far as there are any. */
export const ownProtocols: ProtocolRange = {
  min: Math.max(1, PROTOCOL_VERSION - 2),
  max: PROTOCOL_VERSION,
};

/** The highest version both ends speak; undefined when one of them is too old for the other. */
export function commonProtocol(a: ProtocolRange, b: ProtocolRange): number | undefined {
  const highest = Math.min(a.max, b.max);
  return highest >= Math.max(a.min, b.min) ? highest : undefined;
}

export function speaks({ min, max }: ProtocolRange, version: number): boolean {
  return version >= min && version <= max;
}
