import { browserHost } from './browser-host.ts';
import type { CoreClient } from './core-client.ts';
import { overHttp, overPort } from './core-links.ts';
import { electronHost } from './electron-host.ts';
import { type Host, PORT_MESSAGE, WANT_PORT_MESSAGE } from './host.ts';
import { sendToHost } from './send-to-host.ts';

export type Connection = { readonly client: CoreClient; readonly host: Host };

/**
 * Connects to the core by the way this page came: a page of Electron's own scheme has a message port to the core of
 * its application, a page of the loopback host calls back over HTTP. Electron shows either.
 */
export async function connectHost(): Promise<Connection> {
  const { origin, protocol } = window.location;
  const host = window.motCua ? electronHost(window.motCua) : browserHost;
  if (protocol === 'app:') return { client: overPort(await receivePort()), host };
  const ask: typeof fetch = (request, init) => fetch(request, init);
  return { client: overHttp(origin, sendToHost(origin, ask)), host };
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
