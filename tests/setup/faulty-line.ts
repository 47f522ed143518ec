import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { SERVER_HEADER } from '#shared/sync/protocol.ts';

/** What happens to a request on its way to the city. */
export type LineFault =
  | 'none'
  /** The city takes the request; its answer never arrives. */
  | 'reply-lost'
  /** A Wi-Fi log-in page answers 200 to everything. */
  | 'captive-portal'
  /** Something on the way answers 500 in HTML. */
  | 'proxy-error'
  /** The city has too much to do and says when to come back. */
  | 'busy'
  /** A city with another identity answers at the address. */
  | 'other-server'
  /** The connection is taken and nothing ever comes back. */
  | 'half-open';

/** A line between devices and a city that tests can break and mend; it stays at one address. */
export type FaultyLine = {
  readonly url: string;
  /** Requests that reached the city, `POST /v1/push`. */
  readonly passed: readonly string[];
  /** The same with their queries. */
  readonly requests: readonly string[];
  /** @param paths requests it concerns, all when absent */
  break(fault: LineFault, paths?: RegExp): void;
  mend(): void;
  /** Nobody listens: connection refused. */
  cut(): Promise<void>;
  /** Someone listens again, at the same address. */
  restore(): Promise<void>;
  close(): Promise<void>;
};

export async function openFaultyLine(city: string): Promise<FaultyLine> {
  let fault: { readonly kind: LineFault; readonly paths: RegExp } = { kind: 'none', paths: /./ };
  const passed: string[] = [];
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  let server = serve(0);
  await listening(server);
  const { port } = server.address() as AddressInfo;

  function serve(at: number): Server {
    const made = createServer((incoming, outgoing) => void answer(incoming, outgoing));
    made.on('connection', (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    return made.listen(at, '127.0.0.1');
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const kind = fault.paths.test(incoming.url ?? '') ? fault.kind : 'none';
    const body = await read(incoming);
    if (kind === 'half-open') return;
    if (kind === 'captive-portal' || kind === 'proxy-error') {
      outgoing.writeHead(kind === 'proxy-error' ? 500 : 200, { 'content-type': 'text/html' });
      outgoing.end('<html><body>Xin mời đăng nhập</body></html>');
      return;
    }
    if (kind === 'other-server') {
      outgoing.writeHead(200, { 'content-type': 'application/json', [SERVER_HEADER]: randomUUID() });
      outgoing.end('{}');
      return;
    }
    const onward = request(
      new URL(incoming.url ?? '/', city),
      { method: incoming.method, headers: incoming.headers, agent: false },
      async (reply) => {
        const text = await read(reply);
        requests.push(`${incoming.method} ${incoming.url}`);
        passed.push(`${incoming.method} ${incoming.url?.split('?')[0]}`);
        if (kind === 'reply-lost') {
          outgoing.destroy();
          return;
        }
        if (kind === 'busy') {
          outgoing.writeHead(503, { [SERVER_HEADER]: reply.headers[SERVER_HEADER], 'retry-after': '1' });
          outgoing.end('{}');
          return;
        }
        outgoing.writeHead(reply.statusCode ?? 500, reply.headers);
        outgoing.end(text);
      },
    );
    onward.once('error', () => outgoing.destroy());
    onward.end(body);
  }

  async function cut(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  return {
    url: `http://127.0.0.1:${port}`,
    passed,
    requests,
    break(kind, paths = /./) {
      fault = { kind, paths };
    },
    mend() {
      fault = { kind: 'none', paths: /./ };
    },
    cut,
    async restore() {
      server = serve(port);
      await listening(server);
    },
    close: cut,
  };
}

async function read(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
}
