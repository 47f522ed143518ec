import type { ErrorCode } from '#shared/kernel/error-codes.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { MAX_BATCH_EVENTS } from '#shared/sync/protocol.ts';
import type { ReceiptsContent, ReceiptsFile, SealedFile } from '#shared/sync/sealed-file.ts';
import { findDeviceKey, type SealingKey } from '../store/sealing-key.ts';
import { offer } from './offer.ts';
import { isSignedBy, openExport, sealReceipts } from './open-sealed.ts';
import type { PushContext } from './push.ts';

/**
 * Takes an export that came on a medium, as if its events had come over the line; taking it again changes nothing.
 * @returns the receipts file for the device; `export/unknown-device`, `sync/revoked`, `export/forged` when its
 *   signature does not fit, `export/unreadable` when it was sealed for another server or is damaged
 */
export async function takeExport(
  context: PushContext & { readonly sealing: SealingKey; readonly serverId: string },
  file: SealedFile,
  at: Date,
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
    for (const { answers, seals } of await offer(context, office, batch, at)) {
      parts.push({ answers: [...answers], seals: [...seals] });
    }
  }
  const receipts = { serverId: context.serverId, serverTime: at.toISOString(), parts };
  return ok(sealReceipts({ office, device, id }, Buffer.from(content.replyKey, 'base64'), receipts));
}
