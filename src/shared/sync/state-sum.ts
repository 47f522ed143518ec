/**
 * A sum over everything an office's lists show, the same on a device and at the city however its rows lie: each row
 * is a line, hashed with SHA-256; its first byte names one of 256 buckets, its next eight are added to it by XOR.
 * Buckets tell where two sums differ without sending a row.
 */
export const STATE_BUCKETS = 256;
const WIDTH = 8;

export function emptyStateSum(): Uint8Array {
  return new Uint8Array(STATE_BUCKETS * WIDTH);
}

/** @param hash SHA-256 of a line */
export function addToStateSum(sum: Uint8Array, hash: Uint8Array): void {
  const at = (hash[0] ?? 0) * WIDTH;
  for (let index = 0; index < WIDTH; index += 1) {
    sum[at + index] = (sum[at + index] ?? 0) ^ (hash[index + 1] ?? 0);
  }
}

/** How many buckets differ. @throws RangeError when the sums have not the same length */
export function differingBuckets(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) throw new RangeError('two sums of different lengths');
  let differing = 0;
  for (let at = 0; at < a.length; at += WIDTH) {
    if (a.subarray(at, at + WIDTH).some((byte, index) => byte !== b[at + index])) differing += 1;
  }
  return differing;
}

export function dossierLine(dossierId: string, version: number): string {
  return `d ${dossierId} ${version}`;
}

export function entryLine(entry: {
  readonly book: string;
  readonly year: number;
  readonly number: number;
  readonly entryId: string;
  readonly dossierId: string;
}): string {
  return `e ${entry.book} ${entry.year} ${entry.number} ${entry.entryId} ${entry.dossierId}`;
}
