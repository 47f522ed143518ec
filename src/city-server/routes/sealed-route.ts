import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { cityErrorSchema } from '#shared/sync/protocol.ts';
import { receiptsFileSchema } from '#shared/sync/sealed-file.ts';
import { ByteSource } from '../app/byte-source.ts';
import { readSealed } from '../app/read-sealed.ts';
import { takeExport } from '../app/take-export.ts';
import { answerError } from './answer-error.ts';
import type { CityContext } from './context.ts';

/** A sealed export whole, as it lies on its medium, with the bytes of attached files behind the box. */
export async function sealedRoute(scope: FastifyInstance, context: CityContext): Promise<void> {
  const app = scope.withTypeProvider<ZodTypeProvider>();
  const { identity, ...rest } = context;
  // Of the bytes behind the box never more than a piece is held.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  app.route({
    method: 'PUT',
    url: '/v1/sealed',
    schema: {
      summary: 'Takes a sealed export file as it is; any enrolled device carries it, repeating it is safe',
      security: [{ deviceToken: [] }],
      response: {
        200: receiptsFileSchema,
        401: cityErrorSchema,
        403: cityErrorSchema,
        422: cityErrorSchema,
      },
    },
    handler: async (request, reply) => {
      const source = new ByteSource(request.body as Readable);
      const file = await readSealed(source);
      if (!file) return answerError(reply, 422, 'export/unreadable');
      const taking = { ...rest, ...identity, log: request.log };
      const taken = await takeExport(taking, file, context.now(), { source });
      return taken.ok ? taken.value : answerError(reply, 422, taken.error);
    },
  });
}
