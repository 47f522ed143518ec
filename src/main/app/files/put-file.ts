import type { Contract } from '#shared/contract/index.ts';
import { SNIFF_BYTES, sniffMime } from '#shared/files/file-kind.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { App } from '../app.ts';
import type { InputOf, OutputOf } from '../contract-types.ts';
import { refuse } from '../refuse.ts';
import type { Caller } from '../session/caller.ts';

type Put = Contract['files']['put'];

/** Takes the next bytes of a file. Bytes that came before, because their answer was lost, change nothing. */
export async function putFile(
  app: App,
  { account }: Caller,
  input: InputOf<Put>,
): Promise<Result<OutputOf<Put>>> {
  const transfer = app.transfers.of(input.transferId, account.accountId);
  if (!transfer) return refuse('file/incomplete');
  const { writing, size } = transfer;
  const bytes = Buffer.from(input.bytes, 'base64');
  if (input.offset + bytes.length <= writing.size) return ok({ received: writing.size });
  if (input.offset !== writing.size || writing.size + bytes.length > size) return refuse('request/invalid');
  const whatComes = writing.size === 0 ? bytes : writing.start;
  if (whatComes.length >= Math.min(SNIFF_BYTES, size) && !sniffMime(whatComes)) {
    await app.transfers.take(input.transferId)?.writing.discard();
    return refuse('file/type');
  }
  await writing.write(bytes);
  return ok({ received: writing.size });
}

/** The window gave it up. */
export async function cancelFile(
  app: App,
  { account }: Caller,
  { transferId }: InputOf<Contract['files']['cancel']>,
): Promise<Result<Record<string, never>>> {
  if (app.transfers.of(transferId, account.accountId)) {
    await app.transfers.take(transferId)?.writing.discard();
  }
  return ok({});
}
