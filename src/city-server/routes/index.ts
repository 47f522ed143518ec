import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { PROTOCOL_VERSION, SERVER_HEADER } from '#shared/sync/protocol.ts';
import { hashSecret } from '../app/device-token.ts';
import type { CityConfig } from '../config.ts';
import { Admission } from './admission.ts';
import { shapeErrors } from './answer-error.ts';
import type { CityContext } from './context.ts';
import { enrolRoute } from './enrol-route.ts';
import { fileRoutes } from './file-routes.ts';
import { healthRoute } from './health-route.ts';
import { knownDevices } from './known-devices.ts';
import { officeRoutes } from './office-routes.ts';
import { pullRoute } from './pull-route.ts';
import { pushRoute } from './push-route.ts';
import { safetyRoutes } from './safety-routes.ts';
import { sealedRoute } from './sealed-route.ts';
import { BODY_LIMIT, speakZstd } from './zstd.ts';

/** The HTTP face of the city, not yet listening. */
export async function buildApp(
  context: CityContext,
  limits: CityConfig['limits'],
  logger: FastifyBaseLogger,
): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: logger,
    bodyLimit: BODY_LIMIT,
    // Kept connections end with the server; a batch in flight is finished first.
    forceCloseConnections: 'idle',
    requestTimeout: 120_000,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header(SERVER_HEADER, context.identity.serverId);
  });
  shapeErrors(app);
  const admission = new Admission(limits.admission);
  speakZstd(app, admission);
  await guard(app, limits);
  await document(app);
  await app.register(async (scope) => {
    healthRoute(scope, context);
    enrolRoute(scope, context, limits.enrolmentsPerMinute);
  });
  await app.register(async (scope) => {
    knownDevices(scope, context.database);
    await fileRoutes(scope, context);
    await scope.register(async (sealed) => sealedRoute(sealed, context));
  });
  await app.register(async (scope) => {
    knownDevices(scope, context.database);
    admission.guard(scope);
    pushRoute(scope, context);
    pullRoute(scope, context);
    officeRoutes(scope, context);
    safetyRoutes(scope, context);
  });
  return app;
}

async function guard(app: FastifyInstance, limits: CityConfig['limits']): Promise<void> {
  await app.register(helmet);
  await app.register(rateLimit, {
    max: limits.requestsPerMinute,
    timeWindow: '1 minute',
    // Per device: the desks of one office share an address.
    keyGenerator: (request) => hashSecret(request.headers.authorization ?? request.ip),
  });
  if (limits.eventLoopDelayMs > 0) {
    await app.register(underPressure, { maxEventLoopDelay: limits.eventLoopDelayMs, retryAfter: 10 });
  }
}

async function document(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      info: {
        title: 'Một Cửa Hộ Tịch – máy chủ thành phố',
        description: 'Nhận và trả bản ghi của các điểm một cửa.',
        version: `v${PROTOCOL_VERSION}`,
      },
      components: { securitySchemes: { deviceToken: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/docs' });
}
