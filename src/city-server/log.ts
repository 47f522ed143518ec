import pino, { type DestinationStream, type Logger } from 'pino';

/**
 * The server's log, JSON lines. It names offices, devices, ids and counts: bodies are never logged, tokens are
 * struck out, and of an error only its kind and where it came from, because a database's message quotes values.
 */
export function openLog(level: string, to: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      base: null,
      redact: ['req.headers.authorization', '*.token'],
      serializers: { err: withoutValues },
    },
    to,
  );
}

function withoutValues(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  const code = 'code' in error ? error.code : undefined;
  const cause = error.cause === undefined ? {} : { cause: withoutValues(error.cause) };
  return { type: error.name, code, stack: frames.join('\n'), ...cause };
}
