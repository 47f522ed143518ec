import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { cityErrorSchema, pullRequestSchema, pullResponseSchema } from '#shared/sync/protocol.ts';
import { agree } from '../app/agree.ts';
import { pull } from '../app/pull.ts';
import { answerError } from './answer-error.ts';
import { pageByColumn } from './by-column.ts';
import type { CityContext } from './context.ts';

export function pullRoute(app: FastifyInstance, context: CityContext): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/v1/pull',
    schema: {
      summary: "Accepted events of the device's commune after a cursor, in feed order",
      security: [{ deviceToken: [] }],
      querystring: pullRequestSchema,
      response: { 200: pullResponseSchema, 401: cityErrorSchema, 403: cityErrorSchema, 409: cityErrorSchema },
    },
    handler: async (request, reply) => {
      const { database, identity } = context;
      const { signingKey, serverId } = identity;
      const { witness: seq, receipt, stalledSince } = request.query;
      if (stalledSince !== undefined) {
        request.log.warn({ ...request.sender, stalledSince }, 'the queue of a device does not move');
      }
      if (seq !== undefined && receipt !== undefined) {
        const { agreed } = await agree(database, request.sender.office, [{ seq, receipt }]);
        if (agreed === 0) return answerError(reply, 409, 'sync/server-behind');
      }
      const page = await pull({ database, signingKey }, request.sender, request.query);
      pageByColumn(request, reply);
      return { serverId, serverTime: context.now().toISOString(), ...page };
    },
  });
}
