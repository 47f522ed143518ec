import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { speaks } from '#shared/sync/negotiate.ts';
import { cityErrorSchema } from '#shared/sync/protocol.ts';
import {
  agreeRequestSchema,
  agreeResponseSchema,
  deviceKeyRequestSchema,
  deviceKeyResponseSchema,
  offerRequestSchema,
  offerResponseSchema,
  snapshotRequestSchema,
  snapshotResponseSchema,
  stateCheckRequestSchema,
  stateCheckResponseSchema,
} from '#shared/sync/safety-protocol.ts';
import { receiptsFileSchema, sealedFileSchema } from '#shared/sync/sealed-file.ts';
import { agree } from '../app/agree.ts';
import { checkState } from '../app/check-state.ts';
import { offer } from '../app/offer.ts';
import { snapshot } from '../app/snapshot.ts';
import { takeExport } from '../app/take-export.ts';
import { saveDeviceKey } from '../store/sealing-key.ts';
import { answerError } from './answer-error.ts';
import { pageByColumn } from './by-column.ts';
import type { CityContext } from './context.ts';

/** A file of some weeks of work, in base64. */
const EXPORT_LIMIT = 128 * 1024 * 1024;
const errors = { 401: cityErrorSchema, 403: cityErrorSchema };
const security = [{ deviceToken: [] }];

/** What a device needs beside push and pull: agreement, offers, the first sync, exports and the whole-state sum. */
export function safetyRoutes(scope: FastifyInstance, context: CityContext): void {
  const app = scope.withTypeProvider<ZodTypeProvider>();
  const { database, identity, catalogues, sealing, files, now } = context;
  const { serverId, signingKey } = identity;

  app.route({
    method: 'POST',
    url: '/v1/agree',
    schema: {
      summary: 'Up to which of these places the feed is the one the device knows',
      security,
      body: agreeRequestSchema,
      response: { 200: agreeResponseSchema, ...errors },
    },
    handler: async (request) => {
      return agree(database, request.sender.office, request.body.marks);
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/offer',
    schema: {
      summary: 'Takes events of any device of the office, as after a restore of this server',
      security,
      body: offerRequestSchema,
      response: { 200: offerResponseSchema, ...errors, 426: cityErrorSchema },
    },
    handler: async (request, reply) => {
      if (!speaks(context.protocols, request.body.protocol)) {
        return answerError(reply, 426, 'sync/version-skew');
      }
      const now = context.now();
      const pushing = { database, signingKey, catalogues, log: request.log };
      const from = { office: request.sender.office, city: serverId };
      const parts = await offer(pushing, from, request.body.events, now);
      request.log.warn({ ...request.sender, events: request.body.events.length }, 'events offered again');
      return {
        serverId,
        serverTime: now.toISOString(),
        parts: parts.map(({ answers, seals }) => ({ answers: [...answers], seals: [...seals] })),
      };
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/snapshot',
    schema: {
      summary: 'A long piece of the feed for a device that has nothing yet',
      security,
      querystring: snapshotRequestSchema,
      response: { 200: snapshotResponseSchema, ...errors },
    },
    handler: async (request, reply) => {
      const page = await snapshot({ database, signingKey }, request.sender.office, request.query);
      pageByColumn(request, reply);
      return { serverId, serverTime: context.now().toISOString(), ...page };
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/device-key',
    schema: {
      summary: 'A device tells the key it signs exports with and learns the one it seals them for',
      security,
      body: deviceKeyRequestSchema,
      response: { 200: deviceKeyResponseSchema, ...errors },
    },
    handler: async (request) => {
      await saveDeviceKey(database.queries, request.sender, request.body.signing);
      return { sealing: sealing.publicKey };
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/state-check',
    schema: {
      summary: 'Whether the device shows the same dossiers and entries as the city',
      security,
      body: stateCheckRequestSchema,
      response: { 200: stateCheckResponseSchema, ...errors },
    },
    handler: async (request) => {
      const check = await checkState(database, request.sender, request.body, context.now());
      const about = { ...request.sender, ...check, feedSeq: request.body.feedSeq };
      if (check.differing > 0) request.log.error(about, 'a device shows another state');
      else request.log.info(about, 'state checked');
      return check;
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/sealed',
    bodyLimit: EXPORT_LIMIT,
    schema: {
      summary: 'Takes a sealed export that any enrolled device carries; repeating it is safe',
      security,
      body: sealedFileSchema,
      response: { 200: receiptsFileSchema, ...errors, 422: cityErrorSchema },
    },
    handler: async (request, reply) => {
      const taking = { database, signingKey, catalogues, log: request.log, sealing, serverId, files, now };
      const taken = await takeExport(taking, request.body, context.now());
      return taken.ok ? taken.value : answerError(reply, 422, taken.error);
    },
  });
}
