import { z } from 'zod';
import { bookKindSchema } from '../registers/book-kind.ts';

const text = z.string().max(2000);
const id = z.uuid();

/** A number of a book, with the custody epoch under which it is spoken of. */
const numberOfBook = {
  bookId: id,
  book: bookKindSchema,
  year: z.int(),
  number: z.int().min(1),
  epoch: z.int().min(1),
};

/**
 * What can have happened to a register book. Custody is a fencing token: the epoch rises by one with each change of
 * hands, and a number is good only under the epoch in which its giver held the book.
 */
export const bookEventSchemas = {
  'book-opened': z.object({
    bookId: id,
    book: bookKindSchema,
    year: z.int(),
    volume: text,
    /** The number before the first one given here; above 0 when the paper book already holds entries. */
    lastNumber: z.int().min(0),
    /** Where that number was read, and by whom: the audited paper start value. */
    startBasis: text,
    epoch: z.int().min(1),
    openedOn: z.iso.date(),
    /** Name of the machine, as the other machines of the office show its holder. */
    deviceName: text.optional(),
  }),
  'book-closed': z.object({ bookId: id, lastNumber: z.int().min(0), closedOn: z.iso.date() }),
  /** A machine asks for the book; only its holder, or the city in an emergency, gives it. */
  'custody-requested': z.object({ bookId: id, deviceName: text, reason: text }),
  /** Written by the holder, who stops giving numbers with it. `lastNumber` is the last one it gave. */
  'custody-handed-over': z.object({
    bookId: id,
    to: id,
    toName: text,
    epoch: z.int().min(2),
    lastNumber: z.int().min(0),
    reason: text,
  }),
  /** Written by the city alone, from the last number it knows or the higher one read in the paper book. */
  'custody-taken-over': z.object({
    bookId: id,
    to: id,
    toName: text,
    epoch: z.int().min(2),
    lastNumber: z.int().min(0),
    /** The leader who decided it. */
    approvedBy: z.string().min(1),
    reason: text,
  }),
  /** Explains a number no entry has. */
  'number-voided': z.object({ ...numberOfBook, reason: text.min(1) }),
  /** A number written by hand in the paper book: nobody is given it again. `basis` says who read it where. */
  'paper-number-noted': z.object({ ...numberOfBook, basis: text.min(1) }),
  /** A former holder tells of a number it gave after its epoch had ended unknown to it. */
  'late-number-reported': z.object({
    bookId: id,
    dossierId: id,
    entryId: id,
    number: z.int().min(1),
    epoch: z.int().min(1),
  }),
  /** The holder settles a late number: the same one when it is free (a paper insertion), or another. */
  'number-granted': z.object({
    ...numberOfBook,
    dossierId: id,
    entryId: id,
    oldNumber: z.int().min(1),
    reason: text.min(1),
  }),
  /** A person gave up what this machine wrote about a book that had passed on meanwhile: ids of those events. */
  'book-branch-closed': z.object({ bookId: id, branch: z.array(id).min(1).max(500), reason: text.min(1) }),
} as const;
