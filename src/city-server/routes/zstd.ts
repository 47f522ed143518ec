import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { COLUMNS_MEDIA, unpackLists } from '#shared/sync/listed-body.ts';
import { MAX_BATCH_BYTES } from '#shared/sync/protocol.ts';
import type { Admission } from './admission.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** A batch is bounded by MAX_BATCH_BYTES of events, but one event may be larger than that by itself. */
export const BODY_LIMIT = 4 * MAX_BATCH_BYTES;
/** Below this the frame costs more than it saves. */
const WORTH_COMPRESSING = 512;
const LEVEL = 3;
/** By column there is so much less to pack that a higher level costs as little. */
const COLUMNS_LEVEL = 9;

/**
 * Reads JSON bodies by row or by column, sent plain or as zstd, once it is their turn, and answers zstd to whoever
 * accepts it.
 */
export function speakZstd(app: FastifyInstance, admission: Admission): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser(
    ['application/json', COLUMNS_MEDIA],
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    async (request: FastifyRequest, raw: Buffer) => {
      await admission.begin(request);
      return read(request, raw);
    },
  );
  app.addHook('onSend', async (request, reply, payload) => {
    reply.header('vary', 'accept-encoding');
    const accepts = request.headers['accept-encoding']?.split(',').some((each) => each.trim() === 'zstd');
    if (!accepts || typeof payload !== 'string' || payload.length < WORTH_COMPRESSING) return payload;
    const byColumn = String(reply.getHeader('content-type')).startsWith(COLUMNS_MEDIA);
    const level = byColumn ? COLUMNS_LEVEL : LEVEL;
    const packed = await compress(payload, { params: { [constants.ZSTD_c_compressionLevel]: level } });
    reply.header('content-encoding', 'zstd');
    reply.header('content-length', packed.length);
    return packed;
  });
}

async function read(request: FastifyRequest, raw: Buffer): Promise<unknown> {
  const text = (await unpacked(raw, request.headers['content-encoding'])).toString('utf8');
  try {
    const body: unknown = JSON.parse(text, withoutPrototype);
    const byColumn = request.headers['content-type']?.startsWith(COLUMNS_MEDIA);
    return byColumn ? unpackLists(body, BODY_LIMIT) : body;
  } catch {
    throw httpError(400, 'the body is not JSON');
  }
}

async function unpacked(raw: Buffer, encoding: string | undefined): Promise<Buffer> {
  if (encoding === undefined || encoding === 'identity') return raw;
  if (encoding !== 'zstd') throw httpError(415, 'content encoding is neither zstd nor identity');
  try {
    return await decompress(raw, { maxOutputLength: BODY_LIMIT });
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw httpError(tooLarge ? 413 : 400, 'the body does not unpack');
  }
}

function httpError(statusCode: number, message: string): Error {
  return Object.assign(new Error(message), { statusCode });
}

/** A key that would reach into the prototype of an object is dropped. */
function withoutPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}
