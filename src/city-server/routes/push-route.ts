import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { speaks } from '#shared/sync/negotiate.ts';
import { type Answer, cityErrorSchema, pushBodySchema, pushResponseSchema } from '#shared/sync/protocol.ts';
import { push } from '../app/push.ts';
import { answerError } from './answer-error.ts';
import { answersByColumn } from './by-column.ts';
import type { CityContext } from './context.ts';

export function pushRoute(app: FastifyInstance, context: CityContext): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: '/v1/push',
    schema: {
      summary: 'Takes a batch of events in device order and answers each; repeating it is safe',
      security: [{ deviceToken: [] }],
      body: pushBodySchema,
      response: { 200: pushResponseSchema, 401: cityErrorSchema, 403: cityErrorSchema, 426: cityErrorSchema },
    },
    handler: async (request, reply) => {
      if (!speaks(context.protocols, request.body.protocol))
        return answerError(reply, 426, 'sync/version-skew');
      const now = context.now();
      const { database, identity, catalogues } = context;
      const { answers, seals } = await push(
        { database, signingKey: identity.signingKey, catalogues, log: request.log },
        request.sender,
        request.body.events,
        now,
      );
      request.log.info({ ...request.sender, ...tally(answers) }, 'batch taken');
      answersByColumn(request, reply);
      return {
        serverId: identity.serverId,
        serverTime: now.toISOString(),
        answers: [...answers],
        seals: [...seals],
      };
    },
  });
}

function tally(answers: readonly Answer[]): Record<Answer['outcome'], number> {
  const counts = { accepted: 0, duplicate: 0, held: 0, refused: 0 };
  for (const { outcome } of answers) counts[outcome] += 1;
  return counts;
}
