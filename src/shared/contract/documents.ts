import { z } from 'zod';
import { call } from './base.ts';

const target = z.object({
  /** One of the two: a received dossier, or a draft (declaration only). */
  dossierId: z.uuid().optional(),
  draftId: z.uuid().optional(),
  /** A document of the procedure, or of the desk: `receipt-slip`, `receipt-slip-a5`, `register-page`. */
  document: z.string(),
});

export const renderedSchema = z.object({
  title: z.string(),
  /** A whole HTML page with its print CSS in mm and its fonts by relative URL; no script. */
  html: z.string(),
  sheet: z.object({ size: z.enum(['A3', 'A4', 'A5']), orientation: z.enum(['portrait', 'landscape']) }),
  sha256: z.string(),
  legal: z.boolean(),
});

export const calibrationSchema = z.object({
  dx: z.number().min(-50).max(50),
  dy: z.number().min(-50).max(50),
  scaleX: z.number().min(0.9).max(1.1),
  scaleY: z.number().min(0.9).max(1.1),
});

export const documents = {
  /** What would be printed, with a watermark on a legal paper. */
  preview: call.input(target).output(renderedSchema),
  /** Journals the print first, then answers the page without watermark for the host to print. */
  print: call
    .input(target.extend({ copies: z.int().min(1).max(20), stockSerial: z.string().default('') }))
    .output(renderedSchema.extend({ printId: z.uuid() })),
  settle: call
    .input(
      z.object({
        printId: z.uuid(),
        outcome: z.enum(['printed', 'spoilt', 'cancelled']),
        reason: z.string(),
      }),
    )
    .output(z.object({})),
  calibration: call.input(z.object({ document: z.string() })).output(calibrationSchema),
  setCalibration: call
    .input(z.object({ document: z.string(), calibration: calibrationSchema }))
    .output(z.object({})),
};
