import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import type { z } from 'zod';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { unpackLists } from '#shared/sync/listed-body.ts';
import { cityErrorSchema, SERVER_HEADER } from '#shared/sync/protocol.ts';
import { type HttpReply, LONGEST_REPLY } from './exchange.ts';
import type { Fault } from './fault.ts';

const decompress = promisify(zstdDecompress);

/**
 * Reads a reply, trusting nothing: a captive portal says 200, a proxy says 502, another server says both.
 * @param pinned the server this device enrolled with; undefined while enrolling
 */
export async function judgeReply<S extends z.ZodType>(
  reply: HttpReply,
  schema: S,
  pinned: string | undefined,
): Promise<Result<z.infer<S>, Fault>> {
  const stranger = strangerFault(reply, pinned);
  if (stranger) return err(stranger);
  const body = await readJson(reply);
  if (reply.status !== 200) return err(faultOf(reply, body));
  const parsed = schema.safeParse(body);
  return parsed.success ? ok(parsed.data) : err({ code: 'sync/not-our-server' });
}

/** Whether somebody else than our city answered. */
export function strangerFault(reply: HttpReply, pinned: string | undefined): Fault | undefined {
  const server = reply.headers[SERVER_HEADER];
  if (typeof server !== 'string') {
    return { code: reply.status >= 500 ? 'sync/server-error' : 'sync/not-our-server' };
  }
  return pinned !== undefined && server !== pinned ? { code: 'sync/wrong-server' } : undefined;
}

function faultOf(reply: HttpReply, body: unknown): Fault {
  const said = cityErrorSchema.safeParse(body).data?.code;
  if (said === 'city/bad-code' || said === 'sync/server-behind') return { code: said };
  return faultOfStatus(reply);
}

/** What a status other than the one hoped for says about the line, the server or this device. */
export function faultOfStatus(reply: Pick<HttpReply, 'status' | 'headers'>): Fault {
  switch (reply.status) {
    case 401:
      return { code: 'sync/unknown-device' };
    case 403:
      return { code: 'sync/revoked' };
    case 426:
      return { code: 'sync/version-skew' };
    case 400:
    case 404:
    case 413:
      return { code: 'city/malformed' };
    case 429:
    case 503: {
      const seconds = Number(reply.headers['retry-after']);
      return { code: 'sync/server-busy', ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}) };
    }
    default:
      return { code: 'sync/server-error' };
  }
}

/** @returns undefined for anything that is not JSON */
async function readJson(reply: HttpReply): Promise<unknown> {
  try {
    const zstd = reply.headers['content-encoding'] === 'zstd';
    const bytes = zstd ? await decompress(reply.body) : reply.body;
    return unpackLists(JSON.parse(bytes.toString('utf8')), LONGEST_REPLY);
  } catch {
    return undefined;
  }
}
