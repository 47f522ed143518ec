import { z } from 'zod';
import { FILE_REQUEST_BYTES } from '../files/file-limits.ts';
import { call } from './base.ts';

export const safetyStatusSchema = z.object({
  /** Why sync stopped for a person to decide; empty while it goes on by itself. */
  stop: z.enum(['', 'server-behind', 'mass-change']),
  /** How this machine's clock stood against the city's at last contact. */
  clock: z.enum(['checked', 'unchecked', 'skewed']),
  /** Since when the queue has not moved although the line is up; empty while all is well. */
  stalledSince: z.string(),
  /** Bringing the office to a new machine: events while fetching, dossiers and books while building the lists. */
  firstSync: z
    .object({
      phase: z.enum(['fetching', 'building']),
      done: z.int(),
      total: z.int(),
      secondsLeft: z.int().optional(),
    })
    .optional(),
  /** The last comparison of everything the lists show with the city: 0 differing when both show the same. */
  lastCheck: z.object({ at: z.string(), differing: z.int() }).optional(),
  /** Events offered to the city again, or for a machine that is gone. */
  offers: z.object({ waiting: z.int(), taken: z.int(), stopped: z.int() }),
  /** Steps that were saved and are no longer in the database: a log that was cut off, an older backup put back. */
  missing: z.array(
    z.object({ id: z.string(), text: z.string(), reference: z.string(), actor: z.string(), at: z.string() }),
  ),
  secondCopy: z.object({
    /** Empty when no copy is made. */
    folder: z.string(),
    /** Unsent events it does not hold yet. */
    behind: z.int(),
    /** Attached files it does not hold yet, and their bytes. */
    missing: z.object({ files: z.int(), bytes: z.int() }),
    lastWrittenAt: z.string(),
    failed: z.boolean(),
  }),
});

/** Receipts cross as base64; those of some weeks are a few MB. */
const MOST_FILE_CHARACTERS = 128 * 1024 * 1024;

/** What keeps work from being lost, and what an IT administrator or a leader decides about it. */
export const safety = {
  status: call.input(z.object({})).output(safetyStatusSchema),
  /** The city was restored from an older copy: what it lost is offered to it again. IT administrator. */
  acceptServerLoss: call.input(z.object({})).output(z.object({ events: z.int() })),
  /** Lets the pull that was stopped take back what it takes back. IT administrator. */
  allowMassChange: call.input(z.object({})).output(safetyStatusSchema),
  /** What was missing has been done again. IT administrator. */
  acknowledgeMissingWork: call.input(z.object({})).output(safetyStatusSchema),
  /** Compares with the city now; says nothing while something is on its way. */
  checkState: call.input(z.object({})).output(safetyStatusSchema),
  /**
   * Everything the city has not taken, sealed for it, as a file to carry; its bytes are asked for by {@link readExport}.
   * Leader or IT administrator.
   */
  exportUnsent: call
    .input(z.object({}))
    .output(z.object({ id: z.string(), name: z.string(), events: z.int(), files: z.int(), size: z.int() })),
  /** Bytes of an export from `offset`, at least one before its end. */
  readExport: call
    .input(
      z.object({
        id: z.string(),
        offset: z.int().min(0),
        length: z.int().min(1).max(FILE_REQUEST_BYTES),
      }),
    )
    .output(z.object({ bytes: z.base64() })),
  /** The receipts file the city wrote for an export. Leader or IT administrator. */
  importReceipts: call
    .input(z.object({ content: z.string().max(MOST_FILE_CHARACTERS) }))
    .output(z.object({ accepted: z.int(), held: z.int(), refused: z.int(), files: z.int() })),
  /** Where the second copy goes; an empty folder ends it. The code is shown once and kept nowhere. IT administrator. */
  chooseSecondCopy: call
    .input(z.object({ folder: z.string().max(1000), newCode: z.boolean() }))
    .output(z.object({ recoveryCode: z.string() })),
};
