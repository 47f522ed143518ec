import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SERVER_HEADER } from '#shared/sync/protocol.ts';

/** A line to a city that may change what an answer says, and leave out headers of a request. */
export type RewritingLine = {
  readonly url: string;
  /** What it does to the text of an answer on its way back. */
  rewrite: (text: string) => string;
  readonly leavesOut: Set<string>;
  /** Of every request so far. */
  readonly headers: IncomingHttpHeaders[];
  close(): void;
};

export async function openRewritingLine(city: string): Promise<RewritingLine> {
  const server = createServer(async (incoming, outgoing) => {
    line.headers.push(incoming.headers);
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).filter(([name]) => !line.leavesOut.has(name)),
    ) as Record<string, string>;
    const { method = 'GET', url = '/' } = incoming;
    const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
    const reply = await fetch(new URL(url, city), { method, headers, body });
    const text = await reply.text();
    const named = reply.headers.get(SERVER_HEADER) ?? '';
    outgoing.writeHead(reply.status, { 'content-type': 'application/json', [SERVER_HEADER]: named });
    outgoing.end(line.rewrite(text));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const line: RewritingLine = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rewrite: (text) => text,
    leavesOut: new Set(['host', 'connection', 'content-length']),
    headers: [],
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return line;
}
