import {
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'HEAD' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** For the whole exchange, from connecting to the last byte: a half-open connection ends too. */
  readonly timeoutMs: number;
  /** On a new connection: a kept one may be dead without either end knowing. */
  readonly fresh?: boolean;
};

export type HttpReply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
};

/** One request and its reply. Redirects are replies: our server never redirects, captive portals do. */
export type Exchange = {
  /** Rejects when there is no reply: refused, reset, unresolved or timed out. */
  send(request: HttpRequest): Promise<HttpReply>;
  /** Ends the requests in flight and the kept connections. */
  close(): void;
};

/** A reply longer than this is not from our server. */
export const LONGEST_REPLY = 64 * 1024 * 1024;

export function openExchange(): Exchange {
  const kept = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) };
  const inFlight = new Set<ClientRequest>();
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        const url = new URL(request.url);
        const secure = url.protocol === 'https:';
        const { method, headers, body, fresh, timeoutMs } = request;
        const agent = fresh ? false : kept[secure ? 'https:' : 'http:'];
        const length = body ? { 'content-length': String(body.length) } : {};
        const call = (secure ? httpsRequest : httpRequest)(
          url,
          { method, headers: { ...headers, ...length }, agent },
          (reply) => collect(reply, resolve, reject),
        );
        inFlight.add(call);
        const timer = setTimeout(() => call.destroy(new Error(`no reply in ${timeoutMs} ms`)), timeoutMs);
        call.once('close', () => {
          clearTimeout(timer);
          inFlight.delete(call);
          reject(new Error('the connection closed before the reply'));
        });
        call.once('error', reject);
        call.end(body);
      }),
    close() {
      for (const call of inFlight) call.destroy(new Error('closed'));
      kept['http:'].destroy();
      kept['https:'].destroy();
    },
  };
}

function collect(
  reply: IncomingMessage,
  resolve: (reply: HttpReply) => void,
  reject: (error: Error) => void,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  reply.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LONGEST_REPLY) reply.destroy(new Error('the reply is too long'));
  });
  reply.once('error', reject);
  reply.once('end', () =>
    resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(chunks) }),
  );
}
