/** What may be attached to a dossier, told by its first bytes and never by its name or what a sender says. */
export const fileMimes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type FileMime = (typeof fileMimes)[number];

/** Bytes of the beginning that {@link sniffMime} needs at most. */
export const SNIFF_BYTES = 8;

const signatures: readonly { readonly mime: FileMime; readonly bytes: readonly number[] }[] = [
  { mime: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mime: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mime: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

/** @returns undefined for anything but a PDF, a JPEG or a PNG */
export function sniffMime(start: Uint8Array): FileMime | undefined {
  return signatures.find(({ bytes }) => bytes.every((byte, index) => start[index] === byte))?.mime;
}
