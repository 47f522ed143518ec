import type { ErrorCode } from '#shared/kernel/error-codes.ts';
import { isErrorCode } from '#shared/kernel/error-codes.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { FILE_HEADER, FILES_PATH, TUS_VERSION, UPLOADS_PATH } from '#shared/sync/file-transfer.ts';
import { cityErrorSchema } from '#shared/sync/protocol.ts';
import type { Timeouts } from './city-client.ts';
import type { Enrolment } from './enrolment.ts';
import type { Exchange, HttpReply, HttpRequest } from './exchange.ts';
import type { Fault } from './fault.ts';
import { faultOfStatus, strangerFault } from './judge-reply.ts';

/** The city answered and said no: about this file, not about the line. */
export type FileRefusal = { readonly status: number; readonly code: ErrorCode | undefined };

export type FileAnswer<T> = Result<T, { readonly fault: Fault } | { readonly refusal: FileRefusal }>;

/** How far an upload is at the city. `sha256` is there once the city has the whole, checked. */
export type UploadState = { readonly upload: string; readonly offset: number; readonly sha256: string };

/** The city's part of attached files, as a device calls it. */
export type FileClient = {
  isStored(sha256: string): Promise<FileAnswer<boolean>>;
  /** Begins an upload with its first bytes. */
  create(
    content: { readonly sha256: string; readonly size: number },
    first: Buffer,
  ): Promise<FileAnswer<UploadState>>;
  resume(upload: string): Promise<FileAnswer<UploadState>>;
  append(upload: string, offset: number, bytes: Buffer): Promise<FileAnswer<UploadState>>;
  fetch(sha256: string, start: number, length: number): Promise<FileAnswer<Buffer>>;
};

export function fileClient(exchange: Exchange, enrolment: Enrolment, timeouts: Timeouts): FileClient {
  const { cityUrl, token, serverId } = enrolment;
  const authorization = `Bearer ${token}`;
  const tus = { authorization, 'tus-resumable': TUS_VERSION };
  const bytesFollow = { ...tus, 'content-type': 'application/offset+octet-stream' };
  const uploadUrl = (upload: string): string => `${cityUrl}${UPLOADS_PATH}/${encodeURIComponent(upload)}`;

  async function send(
    request: Omit<HttpRequest, 'timeoutMs'>,
    expected: readonly number[],
  ): Promise<FileAnswer<HttpReply>> {
    let reply: HttpReply;
    try {
      reply = await exchange.send({ ...request, timeoutMs: timeouts.transferMs });
    } catch {
      return err({ fault: { code: 'sync/unreachable' } });
    }
    const stranger = strangerFault(reply, serverId);
    if (stranger) return err({ fault: stranger });
    if (expected.includes(reply.status)) return ok(reply);
    if ([401, 403, 429].includes(reply.status) || reply.status >= 500) {
      return err({ fault: faultOfStatus(reply) });
    }
    return err({ refusal: { status: reply.status, code: codeIn(reply) } });
  }

  return {
    async isStored(sha256) {
      const request = {
        method: 'HEAD',
        url: `${cityUrl}${FILES_PATH}/${sha256}`,
        headers: { authorization },
      } as const;
      const reply = await send(request, [200, 404]);
      return reply.ok ? ok(reply.value.status === 200 && header(reply.value, FILE_HEADER) === sha256) : reply;
    },
    async create({ sha256, size }, first) {
      const metadata = `sha256 ${Buffer.from(sha256).toString('base64')}`;
      const headers = { ...bytesFollow, 'upload-length': String(size), 'upload-metadata': metadata };
      const request = { method: 'POST', url: `${cityUrl}${UPLOADS_PATH}`, headers, body: first } as const;
      const reply = await send(request, [201]);
      if (!reply.ok) return reply;
      // Only its name is believed: where the city stands is pinned.
      const upload = header(reply.value, 'location').split('/').at(-1) ?? '';
      return ok(stateIn(reply.value, decodeURIComponent(upload)));
    },
    async resume(upload) {
      const reply = await send({ method: 'HEAD', url: uploadUrl(upload), headers: tus }, [200]);
      return reply.ok ? ok(stateIn(reply.value, upload)) : reply;
    },
    async append(upload, offset, bytes) {
      const headers = { ...bytesFollow, 'upload-offset': String(offset) };
      const reply = await send({ method: 'PATCH', url: uploadUrl(upload), headers, body: bytes }, [204]);
      return reply.ok ? ok(stateIn(reply.value, upload)) : reply;
    },
    async fetch(sha256, start, length) {
      const headers = { authorization, range: `bytes=${start}-${start + length - 1}` };
      const reply = await send({ method: 'GET', url: `${cityUrl}${FILES_PATH}/${sha256}`, headers }, [206]);
      if (!reply.ok) return reply;
      return reply.value.body.length === length
        ? ok(reply.value.body)
        : err({ fault: { code: 'sync/not-our-server' } });
    },
  };
}

function stateIn(reply: HttpReply, upload: string): UploadState {
  return { upload, offset: Number(header(reply, 'upload-offset')), sha256: header(reply, FILE_HEADER) };
}

function header(reply: HttpReply, name: string): string {
  const value = reply.headers[name];
  return typeof value === 'string' ? value : '';
}

function codeIn(reply: HttpReply): ErrorCode | undefined {
  try {
    const code = cityErrorSchema.safeParse(JSON.parse(reply.body.toString('utf8'))).data?.code ?? '';
    return isErrorCode(code) ? code : undefined;
  } catch {
    return undefined;
  }
}
