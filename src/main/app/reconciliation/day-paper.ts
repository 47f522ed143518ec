import { createHash } from 'node:crypto';
import type { Contract } from '#shared/contract/index.ts';
import { daySheetPaper } from '#shared/documents/day-sheet-paper.ts';
import { documentHtml } from '#shared/documents/html.ts';
import type { PlainDate } from '#shared/kernel/plain-date.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import { watermarkOf } from '../documents/watermark.ts';
import type { Caller } from '../session/caller.ts';
import { officeProfile } from '../settings.ts';
import { daySheet } from './day-sheet.ts';

type Paper = Contract['reconciliation']['paper'];

/** The day's sheet as a page to print, sign and file. */
export async function dayPaper(
  app: App,
  caller: Caller,
  input: InputOf<Paper>,
): Promise<Result<OutputOf<Paper>>> {
  const sheet = await daySheet(app, caller, input);
  if (!sheet.ok) return sheet;
  const office = app.store.read(officeProfile);
  const { deviceName, mode, fontBaseUrl } = app;
  const day = sheet.value.day as PlainDate;
  const document = daySheetPaper({ ...sheet.value, day, office, deviceName });
  const watermark = watermarkOf(mode, false, 'print');
  const html = documentHtml(document, { fontBaseUrl, ...(watermark === undefined ? {} : { watermark }) });
  const { size, orientation } = document.sheet;
  const sha256 = createHash('sha256').update(html).digest('hex');
  return ok({ title: document.title, html, sheet: { size, orientation }, sha256, legal: false });
}
