import type { OfficeProfile } from '#shared/dossiers/office.ts';
import { asId, type OfficeId } from '#shared/kernel/ids.ts';
import { testOffice } from '#tests/builders/offices.ts';

/**
 * Two machines share a commune: the first holds its books, both receive and return. So an entry always has one
 * giver of numbers, and the dossiers of the second machine travel through the feed and back.
 */
export function keeperOf(device: number): number {
  return device - (device % 2);
}

/** The commune of a machine; its people and its signer exist nowhere. */
export function officeOf(device: number): OfficeProfile {
  const number = keeperOf(device) / 2 + 1;
  return { ...testOffice, id: asId<OfficeId>(`HN-MP-${number}`), name: `UBND phường Mô Phỏng ${number}` };
}
