import { createReadStream } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sha256Schema } from '#shared/dossiers/file-events.ts';
import { FILE_HEADER, FILES_PATH, UPLOADS_PATH } from '#shared/sync/file-transfer.ts';
import type { FileContext } from '../app/take-upload.ts';
import { findContent } from '../store/file-contents.ts';
import { answerError } from './answer-error.ts';
import { byteRange } from './byte-range.ts';
import { uploadServer } from './upload-server.ts';

/** A file is many requests: what protects the server is their size and the device's token. */
const REQUESTS_PER_MINUTE = 20_000;
const SWEEP_MS = 24 * 60 * 60 * 1000;

const config = { rateLimit: { max: REQUESTS_PER_MINUTE, timeWindow: '1 minute' } };

/** Attached files: uploads by the tus protocol, downloads by hash and range. */
export async function fileRoutes(app: FastifyInstance, context: FileContext): Promise<void> {
  downloadRoute(app, context);
  await app.register(async (scope) => uploadRoutes(scope, context));
}

function downloadRoute(app: FastifyInstance, context: FileContext): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: ['GET', 'HEAD'],
    url: `${FILES_PATH}/:sha256`,
    config,
    schema: {
      summary:
        "Bytes of a file of the device's commune, whole or one range; HEAD tells whether the city has them",
      security: [{ deviceToken: [] }],
      params: z.object({ sha256: sha256Schema }),
    },
    handler: async (request, reply) => {
      const { office } = request.sender;
      const { sha256 } = request.params;
      const content = await findContent(context.database.queries, office, sha256);
      if (!content?.storedAt) return answerError(reply, 404, 'file/not-arrived');
      const range = byteRange(request.headers.range, content.size);
      if (!range)
        return answerError(reply.header('content-range', `bytes */${content.size}`), 416, 'request/invalid');
      const { start, end } = range;
      reply.headers({
        [FILE_HEADER]: sha256,
        'content-type': 'application/octet-stream',
        'content-length': end - start + 1,
        'accept-ranges': 'bytes',
        'cache-control': 'private, no-store',
        ...(request.headers.range ? { 'content-range': `bytes ${start}-${end}/${content.size}` } : {}),
      });
      reply.code(request.headers.range ? 206 : 200);
      if (request.method === 'HEAD') return reply.send();
      return reply.send(createReadStream(context.files.placeOf(office, sha256), { start, end }));
    },
  });
}

function uploadRoutes(app: FastifyInstance, context: FileContext): void {
  const uploads = uploadServer(context);
  const sweeping = setInterval(
    () => void uploads.sweep().catch((error) => app.log.warn({ err: error })),
    SWEEP_MS,
  );
  sweeping.unref();
  app.addHook('onClose', async () => clearInterval(sweeping));
  // The bytes of a chunk are the tus server's to read.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));

  async function handle(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    // What the hooks put on a reply of this server must also stand on one it does not write itself.
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    reply.hijack();
    await uploads.handle(request.sender, request.raw, reply.raw);
    return undefined;
  }

  const security = [{ deviceToken: [] }];
  app.route({
    method: 'POST',
    url: UPLOADS_PATH,
    config,
    schema: { summary: 'tus 1.0: begins an upload', security },
    handler: handle,
  });
  app.route({
    method: ['HEAD', 'PATCH'],
    url: `${UPLOADS_PATH}/:id`,
    config,
    schema: { summary: 'tus 1.0: how far an upload is; its next bytes', security },
    handler: handle,
  });
}
