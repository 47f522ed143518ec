import type { Connection } from '#main/store/connection.ts';
import type { Reader, Store, Writer } from '#main/store/types.ts';
import type { Script } from '../run.ts';
import type { PlantedBug } from '../simulated-device.ts';

/** A fault of a kind that loses civil-status records, and the invariants that notice it. */
export type Planted = {
  readonly bug: PlantedBug;
  readonly noticedBy: readonly string[];
  /** A day that leads there, where random ones seldom do. */
  readonly day?: Script;
};
export type PlantedBugs = Readonly<Record<string, Planted>>;

/** The same store, with another way of writing for whoever holds it. */
export function writingOtherwise(store: Store, change: (writer: Writer) => Partial<Writer>): Store {
  return {
    ...store,
    write: (work) => store.write((writer) => work({ ...writer, ...change(writer) })),
  };
}

/** The same store, with another way of reading between its transactions. */
export function readingOtherwise(store: Store, change: (reader: Reader) => Partial<Reader>): Store {
  return { ...store, read: (query) => store.read((reader) => query({ ...reader, ...change(reader) })) };
}

/** The same store, with another way of reading within its transactions too. */
export function knowingOtherwise(
  store: Store,
  change: (reader: Reader) => Partial<Omit<Reader, 'files' | 'safety'>>,
): Store {
  return readingOtherwise(writingOtherwise(store, change), change);
}

/** Puts the other way into the store itself, so that the use cases meet it too. */
export function everywhere(
  change: (store: Store, deviceId: string) => Store,
): NonNullable<PlantedBug['store']> {
  return (store, { deviceId }) => {
    Object.assign(store, change({ ...store }, deviceId));
  };
}

export function onEachCommit(sql: string): NonNullable<PlantedBug['store']> {
  return (store, { connection }: { readonly connection: Connection }) => {
    store.onCommit(() => void connection.sqlite.exec(sql));
  };
}

/** A trigger of the city's database that changes a row, `NEW`, before it is written over `OLD`. */
export function onCityUpdate(table: string, change: string): readonly string[] {
  return [
    `CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${change} RETURN NEW; END $$`,
    `CREATE TRIGGER planted BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION planted()`,
  ];
}
