import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { codeTemplate } from '#shared/dossiers/dossier-code.ts';
import type { PlainDate } from '#shared/kernel/plain-date.ts';
import {
  codeLeaseRequestSchema,
  codeLeaseResponseSchema,
  dayQuerySchema,
  dayRequestSchema,
  dayResponseSchema,
  takeOverRequestSchema,
  takeOverResponseSchema,
} from '#shared/sync/office-protocol.ts';
import { cityErrorSchema } from '#shared/sync/protocol.ts';
import { daySummary } from '../app/day-summary.ts';
import { takeOver } from '../app/take-over.ts';
import { leaseBlock } from '../store/code-leases.ts';
import { findProfile } from '../store/communes.ts';
import { answerError } from './answer-error.ts';
import type { CityContext } from './context.ts';

const errors = { 400: cityErrorSchema, 401: cityErrorSchema, 403: cityErrorSchema };
const security = [{ deviceToken: [] }];

/** What an office asks of the city beside pushing and pulling. */
export function officeRoutes(app: FastifyInstance, context: CityContext): void {
  takeOverRoute(app, context);
  codeLeaseRoute(app, context);
  dayRoute(app, context);
}

function takeOverRoute(app: FastifyInstance, context: CityContext): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: '/v1/custody/take-over',
    schema: {
      summary: 'Gives a register book to this device in an emergency, under the next epoch',
      security,
      body: takeOverRequestSchema,
      response: { 200: takeOverResponseSchema, ...errors },
    },
    handler: async (request) => {
      const { sender } = request;
      const now = context.now();
      const { database, identity, catalogues } = context;
      const { signingKey, serverId } = identity;
      const by = { database, signingKey, catalogues, log: request.log };
      const taken = await takeOver(by, serverId, sender, request.body, now);
      request.log.info({ ...sender, bookId: request.body.bookId, outcome: taken.outcome }, 'take-over asked');
      return { ...headOf(context, now), ...taken };
    },
  });
}

function codeLeaseRoute(app: FastifyInstance, context: CityContext): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: '/v1/code-leases',
    schema: {
      summary: "Lends this device a block of a day's dossier codes; repeating it gives the same block",
      security,
      body: codeLeaseRequestSchema,
      response: { 200: codeLeaseResponseSchema, ...errors },
    },
    handler: async (request, reply) => {
      const { sender } = request;
      const now = context.now();
      const { leaseId, day } = request.body;
      const { queries } = context.database;
      const profile = await findProfile(queries, sender.office);
      const block = await queries.transaction((within) =>
        leaseBlock(within, { ...sender, ...request.body, at: now }),
      );
      if (!profile || !block) return answerError(reply, 400, 'request/invalid');
      const template = codeTemplate(context.codeShape, profile.agencyCode, day as PlainDate);
      return { ...headOf(context, now), leaseId, day, from: block.from, to: block.to, template };
    },
  });
}

function dayRoute(app: FastifyInstance, context: CityContext): void {
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/v1/days/:day',
    schema: {
      summary: "Counts and hashes of an office's day, to be compared with a device's own",
      security,
      params: dayRequestSchema,
      querystring: dayQuerySchema,
      response: { 200: dayResponseSchema, ...errors },
    },
    handler: async (request) => {
      const { sender } = request;
      const day = request.params.day as PlainDate;
      const summary = await daySummary(context.database, sender.office, day, request.query.detail);
      return { ...headOf(context, context.now()), ...summary };
    },
  });
}

function headOf(context: CityContext, now: Date) {
  return { serverId: context.identity.serverId, serverTime: now.toISOString() };
}
