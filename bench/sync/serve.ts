import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What a server of the bench has taken and used since it started. */
export type ServerUse = {
  /** Every byte of its connections: requests and replies with their headers. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly requests: number;
  readonly cpuSeconds: number;
  readonly rssMiB: number;
};

/** Lets a server in a process of its own answer `use` and `end` with its {@link ServerUse}; `end` ends it. */
export function answerUse(server: Server, close: () => Promise<void> | void): void {
  const sockets = new Set<Socket>();
  let requests = 0;
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('request', () => {
    requests += 1;
  });
  const sum = (bytes: (socket: Socket) => number): number =>
    [...sockets].reduce((total, socket) => total + bytes(socket), 0);
  process.on('message', (question) => {
    const { user, system } = process.cpuUsage();
    const use: ServerUse = {
      bytesIn: sum((socket) => socket.bytesRead),
      bytesOut: sum((socket) => socket.bytesWritten),
      requests,
      cpuSeconds: (user + system) / 1e6,
      rssMiB: process.memoryUsage.rss() / 2 ** 20,
    };
    process.send?.(use);
    if (question !== 'end') return;
    process.disconnect?.();
    void close();
  });
}

/** Listens at any port of an address and says where; then answers as {@link answerUse} does. */
export function serve(
  server: Server,
  host: string,
  close: () => Promise<void> | void,
  scheme: 'http' | 'ws' = 'http',
): void {
  answerUse(server, close);
  server.listen(0, host, () => {
    process.send?.(`${scheme}://${host}:${(server.address() as AddressInfo).port}`);
  });
}

/** Ends an HTTP server with its kept connections. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
