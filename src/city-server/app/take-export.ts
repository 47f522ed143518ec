import type { ErrorCode } from '#shared/kernel/error-codes.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { MAX_BATCH_EVENTS } from '#shared/sync/protocol.ts';
import type { ReceiptsContent, ReceiptsFile, SealedFile } from '#shared/sync/sealed-file.ts';
import { findDeviceKey, type SealingKey } from '../store/sealing-key.ts';
import type { ByteSource } from './byte-source.ts';
import { offer } from './offer.ts';
import { isSignedBy, openExport, sealReceipts } from './open-sealed.ts';
import type { PushContext } from './push.ts';
import { type OnProgress, takeCarriedFiles } from './take-carried-files.ts';
import type { FileContext } from './take-upload.ts';

/** The bytes behind the box of an export, and who wants to know how far they are. */
export type Carried = { readonly source: ByteSource; readonly onProgress?: OnProgress };

/**
 * Takes an export that came on a medium, as if its events and files had come over the line; taking it again changes
 * nothing.
 * @param carried bytes of its attached files; without them they are left for the line
 * @returns the receipts file for the device; `export/unknown-device`, `sync/revoked`, `export/forged` when its
 *   signature does not fit, `export/unreadable` when it was sealed for another server or is damaged
 */
export async function takeExport(
  context: PushContext & FileContext & { readonly sealing: SealingKey; readonly serverId: string },
  file: SealedFile,
  at: Date,
  carried?: Carried,
): Promise<Result<ReceiptsFile, ErrorCode>> {
  const { office, device, id } = file;
  const known = await findDeviceKey(context.database.queries, office, device);
  if (!known) return err('export/unknown-device');
  if (known.revoked) return err('sync/revoked');
  if (file.purpose !== 'export' || !isSignedBy(file, known.signingKey)) return err('export/forged');
  const content = openExport(file, context.sealing);
  if (!content) return err('export/unreadable');
  const parts: ReceiptsContent['parts'] = [];
  for (let from = 0; from < content.events.length; from += MAX_BATCH_EVENTS) {
    const batch = content.events.slice(from, from + MAX_BATCH_EVENTS);
    for (const { answers, seals } of await offer(context, { office, city: context.serverId }, batch, at)) {
      parts.push({ answers: [...answers], seals: [...seals] });
    }
  }
  const files =
    carried && content.files
      ? await takeCarriedFiles(context, office, content.files, carried.source, carried.onProgress)
      : [];
  const receipts = {
    ...{ serverId: context.serverId, serverTime: at.toISOString(), parts },
    ...(files.length > 0 && { files: [...files] }),
  };
  return ok(sealReceipts({ office, device, id }, Buffer.from(content.replyKey, 'base64'), receipts));
}
