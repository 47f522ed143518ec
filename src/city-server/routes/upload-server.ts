import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { MAX_FILE_BYTES } from '#shared/files/file-limits.ts';
import { type ErrorCode, errorCodes } from '#shared/kernel/error-codes.ts';
import { FILE_HEADER, UPLOADS_PATH } from '#shared/sync/file-transfer.ts';
import type { Sender } from '../app/push.ts';
import { type FileContext, mayUpload, takeUpload } from '../app/take-upload.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** An upload nobody went on with for this long is forgotten; its device begins anew. */
const EXPIRES_MS = 7 * DAY_MS;

const statuses = {
  'file/not-found': 404,
  'file/too-large': 413,
  'file/hash-mismatch': 422,
  'file/type': 422,
} as const satisfies Partial<Record<ErrorCode, number>>;

/** The tus protocol for devices already known; each sees its own commune's uploads only. */
export type UploadServer = {
  handle(sender: Sender, request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Removes what expired. */
  sweep(): Promise<void>;
};

export function uploadServer(context: FileContext): UploadServer {
  const senders = new AsyncLocalStorage<Sender>();
  const directory = context.files.uploads;
  const datastore = new FileStore({ directory, expirationPeriodInMilliseconds: EXPIRES_MS });
  const sender = (): Sender => {
    const known = senders.getStore();
    if (!known) throw new Error('an upload outside a request');
    return known;
  };
  const server = new Server({
    path: UPLOADS_PATH,
    datastore,
    relativeLocation: true,
    maxSize: MAX_FILE_BYTES,
    namingFunction: () => `${prefixOf(sender().office)}${randomUUID()}`,
    async onIncomingRequest(_request, id) {
      if (!id.startsWith(prefixOf(sender().office))) throw refusal('file/not-found');
    },
    async onUploadCreate(_request, upload) {
      const wanted = { sha256: upload.metadata?.sha256 ?? '', size: upload.size ?? 0 };
      const allowed = await mayUpload(context, sender().office, wanted);
      if (!allowed.ok) throw refusal(allowed.error);
      return {};
    },
    async onUploadFinish(_request, upload) {
      const sha256 = upload.metadata?.sha256 ?? '';
      const taken = await takeUpload(context, sender().office, sha256, path.join(directory, upload.id));
      if (!taken.ok) {
        await datastore.remove(upload.id);
        throw refusal(taken.error);
      }
      await datastore.configstore.delete(upload.id);
      // One that came whole with its first request would be looked for again, to tell when it expires.
      upload.creation_date = undefined;
      return { headers: { [FILE_HEADER]: sha256 } };
    },
  });
  return {
    handle: (known, request, response) => senders.run(known, () => server.handle(request, response)),
    async sweep() {
      await server.cleanUpExpiredUploads();
    },
  };
}

/** Names tell the commune, so that no device can guess its way into another's upload. */
function prefixOf(office: string): string {
  return `${createHash('sha256').update(office).digest('hex').slice(0, 16)}-`;
}

/** In the shape the tus server expects of its hooks. */
function refusal(code: ErrorCode): { readonly status_code: number; readonly body: string } {
  const status = Object.hasOwn(statuses, code) ? statuses[code as keyof typeof statuses] : 500;
  return { status_code: status, body: JSON.stringify({ code, message: errorCodes[code] }) };
}
