import { browserHost } from './browser-host.ts';
import type { CoreClient } from './core-client.ts';
import { overHttp, overPort } from './core-links.ts';
import { electronHost } from './electron-host.ts';
import { type Host, PORT_MESSAGE, WANT_PORT_MESSAGE } from './host.ts';

export type Connection = { readonly client: CoreClient; readonly host: Host };

/** Connects to the core by the way this host offers: a message port in Electron, same-origin HTTP elsewhere. */
export async function connectHost(): Promise<Connection> {
  const bridge = window.motCua;
  if (bridge) return { client: overPort(await receivePort()), host: electronHost(bridge) };
  // The session is an HttpOnly cookie of the loopback host, so requests carry credentials and no token.
  const send = (request: Request, init: RequestInit): Promise<Response> =>
    fetch(request, { ...init, credentials: 'same-origin' });
  return { client: overHttp(window.location.origin, send), host: browserHost };
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
