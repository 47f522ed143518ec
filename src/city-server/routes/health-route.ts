import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { COLUMNS_MEDIA } from '#shared/sync/listed-body.ts';
import { healthSchema } from '#shared/sync/protocol.ts';
import type { CityContext } from './context.ts';

export function healthRoute(app: FastifyInstance, context: CityContext): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/v1/health',
    schema: {
      summary: 'Who answers here, which protocol versions it speaks and what time it has',
      response: { 200: healthSchema },
    },
    handler: async () => ({
      service: 'mot-cua-city' as const,
      serverId: context.identity.serverId,
      protocol: { ...context.protocols },
      receiptKey: context.identity.receiptKey,
      reads: [COLUMNS_MEDIA],
      serverTime: context.now().toISOString(),
    }),
  });
}
