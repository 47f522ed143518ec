import type { FastifyInstance, FastifyReply } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { type ErrorCode, errorCodes } from '#shared/kernel/error-codes.ts';

/** Seconds a device waits at least when the server says it is busy. */
const RETRY_AFTER_SECONDS = 10;

/** Answers a failure in the one shape of this API: a code of the registry and its Vietnamese words. */
export function answerError(reply: FastifyReply, status: number, code: ErrorCode): FastifyReply {
  return reply.code(status).send({ code, message: errorCodes[code] });
}

/** Gives errors of the framework and of bugs the same shape. */
export function shapeErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => answerError(reply, 404, 'request/invalid'));
  app.setErrorHandler((error, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) return answerError(reply, 400, 'request/invalid');
    const status = statusOf(error);
    if (status === 429 || status === 503) {
      reply.header('retry-after', String(RETRY_AFTER_SECONDS));
      return answerError(reply, status, 'sync/server-busy');
    }
    if (status >= 400 && status < 500) return answerError(reply, status, 'request/invalid');
    request.log.error({ err: error }, 'request failed');
    return answerError(reply, 500, 'sync/server-error');
  });
}

function statusOf(error: unknown): number {
  const known = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof known === 'number' ? known : 500;
}
