import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Core, connectInProcess } from '#main/compose.ts';
import { newAttachToken } from '#main/hosts/attachment.ts';
import { servePort } from '#main/hosts/electron/serve-port.ts';
import { type LoopbackHost, startLoopbackHost } from '#main/hosts/loopback/loopback-host.ts';
import { WindowSessions } from '#main/hosts/loopback/window-sessions.ts';
import type { CoreClient } from '#renderer/host-client/core-client.ts';
import { overHttp, overPort } from '#renderer/host-client/core-links.ts';

/** One way from a window to the core, opened over one core. */
export type Transport = {
  /** A new window. */
  connect(): Promise<CoreClient>;
  close(): Promise<void>;
};

export async function inProcess(core: Core): Promise<Transport> {
  let windows = 0;
  return {
    connect: async () => connectInProcess(core, `window-${windows++}`),
    close: async () => undefined,
  };
}

/** As in Electron: the window's own link on one end of a channel, the core's utility process on the other. */
export async function messagePort(core: Core): Promise<Transport> {
  const channels: MessageChannel[] = [];
  return {
    async connect() {
      const channel = new MessageChannel();
      servePort(core, `window-${channels.push(channel)}`, channel.port2);
      return overPort(channel.port1);
    },
    async close() {
      for (const { port1 } of channels) port1.close();
    },
  };
}

/** As in a browser: the launch secret becomes a cookie, then the window's own link over fetch. */
export async function loopbackHttp(core: Core): Promise<Transport> {
  const office = await startTestHost(core);
  return {
    async connect() {
      const cookie = await office.openWindow();
      return overHttp(office.origin, (request, init) => office.send(request, cookie, init));
    },
    close: () => office.close(),
  };
}

export type TestHost = {
  readonly host: LoopbackHost;
  readonly origin: string;
  readonly attachToken: string;
  /** Opens the launch address as a browser does. @returns the cookie, `name=value` */
  openWindow(): Promise<string>;
  /** Sends what a page of this host would send. */
  send(request: Request, cookie: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
};

export async function startTestHost(core: Core): Promise<TestHost> {
  const rendererDir = mkdtempSync(path.join(tmpdir(), 'mot-cua-window-'));
  writeFileSync(path.join(rendererDir, 'index.html'), '<meta name="csp-nonce" content="%CSP_NONCE%">');
  const attachToken = newAttachToken();
  const host = await startLoopbackHost(core, {
    ...{ port: 0, rendererDir, attachToken },
    sessions: new WindowSessions(),
  });
  const origin = `http://127.0.0.1:${host.port}`;
  return {
    host,
    origin,
    attachToken,
    async openWindow() {
      const answer = await exchange(origin, new URL(host.launchUrl()).hash.slice(1));
      const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
      if (cookie === undefined) throw new Error(`no cookie: ${answer.status}`);
      return cookie;
    },
    send(request, cookie, init) {
      const headers = new Headers(request.headers);
      headers.set('cookie', cookie);
      headers.set('origin', origin);
      return fetch(new Request(request, { headers }), init);
    },
    async close() {
      await host.close();
      rmSync(rendererDir, { recursive: true, force: true });
    },
  };
}

/** What the launch page's script does. */
export function exchange(origin: string, secret: string): Promise<Response> {
  const headers = { origin, 'content-type': 'text/plain' };
  return fetch(`${origin}/launch`, { method: 'POST', headers, body: secret });
}
