import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { speaks } from '#shared/sync/negotiate.ts';
import { cityErrorSchema, enrolRequestSchema, enrolResponseSchema } from '#shared/sync/protocol.ts';
import { enrol } from '../app/enrol.ts';
import { answerError } from './answer-error.ts';
import type { CityContext } from './context.ts';

export function enrolRoute(app: FastifyInstance, context: CityContext, perMinute: number): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: '/v1/enrol',
    config: { rateLimit: { max: perMinute, timeWindow: '1 minute', keyGenerator: (request) => request.ip } },
    schema: {
      summary: 'Exchanges an enrolment code for a device token',
      body: enrolRequestSchema,
      response: { 200: enrolResponseSchema, 403: cityErrorSchema, 426: cityErrorSchema },
    },
    handler: async (request, reply) => {
      if (!speaks(context.protocols, request.body.protocol))
        return answerError(reply, 426, 'sync/version-skew');
      const now = context.now();
      const enrolled = await enrol(context.database, request.body, now);
      if (!enrolled.ok) return answerError(reply, 403, enrolled.error);
      const { office, token } = enrolled.value;
      request.log.info({ office: office.id, device: request.body.device }, 'device enrolled');
      return {
        office: { ...office, signers: office.signers.map((signer) => ({ ...signer })) },
        token,
        serverId: context.identity.serverId,
        receiptKey: context.identity.receiptKey,
        serverTime: now.toISOString(),
      };
    },
  });
}
