import { z } from 'zod';
import { entrySchema } from '../dossiers/events.ts';
import { bookKindSchema } from '../registers/book-kind.ts';
import { call, pageSchema } from './base.ts';

export const bookSchema = z.object({
  bookId: z.uuid(),
  book: bookKindSchema,
  title: z.string(),
  year: z.int(),
  volume: z.string(),
  openedOn: z.iso.date(),
  closedOn: z.string(),
  lastNumber: z.int(),
  entries: z.int(),
  /** Whether this core may give numbers. */
  held: z.boolean(),
  epoch: z.int(),
});

export const register = {
  books: call.input(z.object({})).output(z.array(bookSchema)),
  /** `lastNumber` above 0 takes over a paper book; `startBasis` says where it was read. */
  open: call
    .input(
      z.object({
        book: bookKindSchema,
        year: z.int().min(1945).max(2200),
        volume: z.string(),
        lastNumber: z.int().min(0),
        startBasis: z.string(),
      }),
    )
    .output(bookSchema),
  close: call.input(z.object({ bookId: z.uuid() })).output(bookSchema),
  entries: call.input(pageSchema.extend({ bookId: z.uuid() })).output(
    z.object({
      rows: z.array(entrySchema.extend({ dossierId: z.uuid(), code: z.string() })),
      total: z.int(),
    }),
  ),
  /** The entry that would be written and its number, before it is. */
  proposal: call.input(z.object({ dossierId: z.uuid() })).output(
    z.object({
      bookId: z.uuid(),
      title: z.string(),
      number: z.int(),
      year: z.int(),
      columns: entrySchema.shape.columns,
      boxes: entrySchema.shape.boxes,
      notes: entrySchema.shape.notes,
    }),
  ),
};
