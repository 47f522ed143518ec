import { z } from 'zod';
import { call } from './base.ts';
import { renderedSchema } from './documents.ts';

const day = z.iso.date();

export const daySheetSchema = z.object({
  day,
  /** When it was made. */
  at: z.string(),
  /** Empty when the city was asked; else why it could not be, with what still holds. */
  cityMessage: z.string(),
  kinds: z.array(
    z.object({
      kind: z.string(),
      label: z.string(),
      here: z.int(),
      unsent: z.int(),
      city: z.int().nullable(),
      same: z.boolean().nullable(),
    }),
  ),
  differences: z.array(
    z.object({ eventId: z.string(), label: z.string(), what: z.string(), wayOut: z.string() }),
  ),
  books: z.array(
    z.object({
      title: z.string(),
      year: z.int(),
      first: z.int(),
      last: z.int(),
      count: z.int(),
      voided: z.array(z.int()),
      paper: z.array(z.int()),
      /** Numbers of the whole book nobody has explained: `12–14`. */
      open: z.array(z.string()),
    }),
  ),
  money: z.array(z.object({ method: z.enum(['cash', 'transfer']), count: z.int(), amount: z.int() })),
  codes: z.object({ given: z.int(), waiting: z.int() }),
  drafts: z.array(z.object({ owner: z.string(), count: z.int() })),
});

/** The sheet by which a shift is closed and handed over. */
export const reconciliation = {
  sheet: call.input(z.object({ day })).output(daySheetSchema),
  /** The same on paper, with places to sign. */
  paper: call.input(z.object({ day })).output(renderedSchema),
};
