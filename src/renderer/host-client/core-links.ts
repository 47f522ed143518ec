import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { CoreClient } from './core-client.ts';

/**
 * The core behind HTTP of the page's own origin.
 * @param send the page's fetch, which carries the session's cookie
 */
export function overHttp(
  origin: string,
  send: (request: Request, init: RequestInit) => Promise<Response>,
): CoreClient {
  const link = new FetchLink({ url: new URL('/rpc', origin), fetch: (request, init) => send(request, init) });
  return createORPCClient(link);
}

/** The core behind one message port of its own. */
export function overPort(port: MessagePort): CoreClient {
  const link = new PortLink({ port });
  port.start();
  return createORPCClient(link);
}
