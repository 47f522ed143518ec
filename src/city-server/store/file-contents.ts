import { and, eq } from 'drizzle-orm';
import { eventSchemas } from '#shared/dossiers/events.ts';
import type { Envelope } from '#shared/sync/envelope.ts';
import type { Queries } from './database.ts';
import { fileContents } from './schema.ts';

export type AnnouncedContent = typeof fileContents.$inferSelect;

/** Keeps which contents these accepted events speak of, so that their bytes will be taken. */
export async function announceContents(
  queries: Queries,
  office: string,
  envelopes: readonly Envelope[],
  at: Date,
): Promise<void> {
  const contents = envelopes
    .filter((each) => each.kind === 'file-attached')
    .flatMap((each) => {
      const parsed = eventSchemas['file-attached'].safeParse(each.payload);
      if (!parsed.success) return [];
      return parsed.data.preview ? [parsed.data, parsed.data.preview] : [parsed.data];
    });
  if (contents.length === 0) return;
  await queries
    .insert(fileContents)
    .values(contents.map(({ sha256, size, mime }) => ({ office, sha256, size, mime, announcedAt: at })))
    .onConflictDoNothing();
}

export async function findContent(
  queries: Queries,
  office: string,
  sha256: string,
): Promise<AnnouncedContent | undefined> {
  const [row] = await queries.select().from(fileContents).where(isContent(office, sha256));
  return row;
}

export async function markStored(queries: Queries, office: string, sha256: string, at: Date): Promise<void> {
  await queries.update(fileContents).set({ storedAt: at }).where(isContent(office, sha256));
}

function isContent(office: string, sha256: string) {
  return and(eq(fileContents.office, office), eq(fileContents.sha256, sha256));
}
