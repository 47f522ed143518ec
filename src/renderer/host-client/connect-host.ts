import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { browserHost } from './browser-host.ts';
import type { CoreClient } from './core-client.ts';
import { electronHost } from './electron-host.ts';
import { type Host, PORT_MESSAGE, WANT_PORT_MESSAGE } from './host.ts';

export type Connection = { readonly client: CoreClient; readonly host: Host };

/** Connects to the core by the way this host offers: a message port in Electron, same-origin HTTP elsewhere. */
export async function connectHost(): Promise<Connection> {
  const bridge = window.motCua;
  if (!bridge) return { client: overHttp(), host: browserHost };
  return { client: overPort(await receivePort()), host: electronHost(bridge) };
}

/** The session is an HttpOnly cookie of the loopback host, so requests carry credentials and no token. */
function overHttp(): CoreClient {
  const link = new FetchLink({
    url: new URL('/rpc', window.location.origin),
    fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
  });
  return createORPCClient(link);
}

function overPort(port: MessagePort): CoreClient {
  const link = new PortLink({ port });
  port.start();
  return createORPCClient(link);
}

function receivePort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent<unknown>): void => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== PORT_MESSAGE || !port) return;
      window.removeEventListener('message', listen);
      resolve(port);
    };
    window.addEventListener('message', listen);
    window.postMessage(WANT_PORT_MESSAGE, '*');
  });
}
