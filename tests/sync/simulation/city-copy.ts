import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Queries } from '#city/store/database.ts';
import {
  books,
  codeLeases,
  communes,
  devices,
  dossiers,
  entries,
  feed,
  feedBlocks,
  fileContents,
  held,
  stateChecks,
  streams,
} from '#city/store/schema.ts';

/** Everything a commune has at the city beside its own row, which the others stand on. */
const tables = [
  devices,
  feed,
  feedBlocks,
  streams,
  dossiers,
  books,
  entries,
  codeLeases,
  held,
  fileContents,
  stateChecks,
] as const;

type Head = { readonly feedHead: number; readonly receiptHead: string };
type Rows = readonly { readonly table: (typeof tables)[number]; readonly rows: readonly object[] }[];
type Place = { readonly queries: Queries; readonly office: string; readonly filesDir: string };

/** A backup of one commune's rows and files at the city, and what a restore from it leaves. */
export class CityCopy {
  readonly #place: Place;
  readonly #head: Head;
  readonly #rows: Rows;
  readonly #files: ReadonlySet<string>;

  private constructor(place: Place, head: Head, rows: Rows) {
    this.#place = place;
    this.#head = head;
    this.#rows = rows;
    this.#files = new Set(filesUnder(place.filesDir));
  }

  static async take(place: Place): Promise<CityCopy> {
    const { queries, office } = place;
    const [commune] = await queries.select().from(communes).where(eq(communes.office, office));
    if (!commune) throw new Error(`the city has no office ${office}`);
    const rows = [];
    for (const table of tables) {
      rows.push({
        table,
        rows: await queries
          .select()
          .from(table as PgTable)
          .where(eq(table.office, office)),
      });
    }
    return new CityCopy(place, commune, rows);
  }

  /** @returns the head of the feed now */
  async putBack(): Promise<number> {
    const { queries, office, filesDir } = this.#place;
    const { feedHead, receiptHead } = this.#head;
    await queries.transaction(async (inside) => {
      for (const { table, rows } of this.#rows) {
        await inside.delete(table).where(eq(table.office, office));
        if (rows.length > 0) await inside.insert(table as PgTable).values([...rows]);
      }
      await inside.update(communes).set({ feedHead, receiptHead }).where(eq(communes.office, office));
    });
    for (const file of filesUnder(filesDir)) if (!this.#files.has(file)) rmSync(file);
    return feedHead;
  }
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => path.join(each.parentPath, each.name));
}
