declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** UUIDv7 (RFC 9562 §5.7), made by the client; time-ordered for index locality, never used as an order of facts. */
export type EventId = Branded<'EventId'>;
export type DossierId = Branded<'DossierId'>;
export type BookId = Branded<'BookId'>;
export type EntryId = Branded<'EntryId'>;
export type DraftId = Branded<'DraftId'>;
export type AccountId = Branded<'AccountId'>;
export type DeviceId = Branded<'DeviceId'>;
export type PrintId = Branded<'PrintId'>;
/** The registration office (commune or ward), for example `HN-CG`: the key every table of the city starts with. */
export type OfficeId = Branded<'OfficeId'>;

export type AnyId = EventId | DossierId | BookId | EntryId | DraftId | AccountId | DeviceId | PrintId;

/** Makes new ids. Passed in, because the pure zone has no randomness. */
export type NewId = <T extends AnyId>() => T;

/** Names a string that came through a schema or a database as an id. */
export function asId<T extends AnyId | OfficeId>(text: string): T {
  return text as T;
}

/**
 * Formats a UUIDv7.
 * @param milliseconds Unix time in ms, 48 bits
 * @param random at least 10 random bytes
 */
export function formatUuidV7(milliseconds: number, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError('a UUIDv7 takes 10 random bytes');
  const time = Math.floor(milliseconds).toString(16).padStart(12, '0');
  const bytes = Array.from(random.subarray(0, 10));
  bytes[0] = ((bytes[0] ?? 0) & 0x0f) | 0x70;
  bytes[2] = ((bytes[2] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}`;
}
