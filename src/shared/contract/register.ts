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

const reason = z.string().trim().min(1).max(2000);

/** Who holds a book, which of its numbers have no entry and why, and late numbers that wait for a decision. */
export const custodySchema = z.object({
  bookId: z.uuid(),
  /** Whether this machine may give numbers. */
  held: z.boolean(),
  epoch: z.int(),
  nextNumber: z.int(),
  terms: z.array(
    z.object({
      epoch: z.int(),
      holder: z.string(),
      here: z.boolean(),
      after: z.int(),
      /** Null while it runs. */
      upTo: z.int().nullable(),
    }),
  ),
  requests: z.array(
    z.object({ device: z.string(), deviceName: z.string(), reason: z.string(), at: z.string() }),
  ),
  /** Numbers nobody has explained, both ends included. */
  gaps: z.array(z.object({ from: z.int(), to: z.int() })),
  marks: z.array(
    z.object({ number: z.int(), use: z.enum(['voided', 'paper', 'granted']), reason: z.string() }),
  ),
  /** What this machine wrote about the book after it had passed on unknown to it. */
  stale: z.array(z.object({ eventId: z.uuid(), text: z.string(), detail: z.string(), at: z.string() })),
  late: z.array(
    z.object({
      dossierId: z.uuid(),
      entryId: z.uuid(),
      number: z.int(),
      /** Given by this machine. */
      here: z.boolean(),
      /** The holder knows of it. */
      reported: z.boolean(),
      /** Nobody else has the number. */
      free: z.boolean(),
    }),
  ),
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
  custody: call.input(z.object({ bookId: z.uuid() })).output(custodySchema),
  requestCustody: call.input(z.object({ bookId: z.uuid(), reason })).output(bookSchema),
  /** To a machine that asked; this one gives no number afterwards. */
  handOver: call.input(z.object({ bookId: z.uuid(), to: z.uuid(), reason })).output(bookSchema),
  /** By a leader, through the city. `lastNumber`: read in the paper book, 0 when nobody looked. */
  takeOver: call
    .input(z.object({ bookId: z.uuid(), lastNumber: z.int().min(0).max(1_000_000), reason }))
    .output(z.object({ epoch: z.int(), lastNumber: z.int() })),
  /** Why a number has no entry. */
  markNumber: call
    .input(z.object({ bookId: z.uuid(), number: z.int().min(1), use: z.enum(['voided', 'paper']), reason }))
    .output(bookSchema),
  reportLate: call.input(z.object({ bookId: z.uuid(), dossierId: z.uuid() })).output(bookSchema),
  /** Gives up what this machine wrote about the book after it had passed on. */
  dropStale: call.input(z.object({ bookId: z.uuid(), reason })).output(bookSchema),
  settleLate: call
    .input(z.object({ bookId: z.uuid(), entryId: z.uuid(), choice: z.enum(['keep', 'renumber']), reason }))
    .output(bookSchema),
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
