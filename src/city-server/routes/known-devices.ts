import type { FastifyInstance } from 'fastify';
import { authenticate } from '../app/device-token.ts';
import type { Sender } from '../app/push.ts';
import type { Database } from '../store/database.ts';
import { answerError } from './answer-error.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; only in a scope of {@link knownDevices}. */
    sender: Sender;
  }
}

/**
 * Answers the routes of a scope to enrolled devices only: after the limit of requests, before a body is read, so that
 * nobody else can have one unpacked.
 */
export function knownDevices(scope: FastifyInstance, database: Database): void {
  scope.decorateRequest('sender');
  scope.addHook('preParsing', async (request, reply) => {
    const device = await authenticate(database, request.headers.authorization);
    if (!device.ok) return answerError(reply, device.status, device.code);
    request.sender = device.sender;
    return undefined;
  });
}
