import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import cookie from '@fastify/cookie';
import files from '@fastify/static';
import { RPCHandler } from '@orpc/server/fastify';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { Core } from '#main/compose.ts';
import { contentSecurityPolicy, withNonce } from '../content-security.ts';
import { refusalOf } from './guard.ts';
import { launchHtml, launchScript } from './launch-page.ts';
import { sameSecret, type WindowSessions } from './window-sessions.ts';

const COOKIE = 'mot-cua-window';
/** A declaration with its facts is some 20 KB; nothing a window sends comes near this. */
const BODY_LIMIT = 4 * 1024 * 1024;

export type LoopbackHost = {
  readonly port: number;
  /** Opens one window; changes after each use. */
  launchUrl(): string;
  close(): Promise<void>;
};

type Options = {
  /** 0 takes a free one. */
  readonly port: number;
  /** The built window. */
  readonly rendererDir: string;
  /** Lets a second start of this user ask for one more window. */
  readonly attachToken: string;
  readonly sessions: WindowSessions;
};

/** Serves the window and the contract on 127.0.0.1 for machines where Electron does not run, and for browser tests. */
export async function startLoopbackHost(core: Core, options: Options): Promise<LoopbackHost> {
  const { sessions } = options;
  const app = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true });
  await app.register(cookie);
  guardRequests(app);
  serveLaunch(app, sessions);
  serveAttach(app, sessions, options.attachToken);
  await serveWindow(app, options.rendererDir);
  await serveContract(app, core, sessions);
  await app.listen({ host: '127.0.0.1', port: options.port });
  const port = portOf(app);
  return {
    port,
    launchUrl: () => launchUrl(port, sessions),
    close: () => app.close(),
  };
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('the loopback host is not listening');
  return address.port;
}

function newNonce(): string {
  return randomBytes(16).toString('base64');
}

function guardRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const { host, origin } = request.headers;
    const refusal = refusalOf({ method: request.method, host, origin }, portOf(app));
    if (refusal) return reply.code(403).send({ refused: refusal });
    reply.headers({
      'content-security-policy': contentSecurityPolicy(newNonce()),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });
}

function serveLaunch(app: FastifyInstance, sessions: WindowSessions): void {
  app.get('/launch', (_request, reply) => reply.type('text/html; charset=utf-8').send(launchHtml));
  app.get('/launch.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(launchScript));
  app.post('/launch', (request, reply) => {
    const value = typeof request.body === 'string' ? sessions.exchange(request.body) : undefined;
    if (value === undefined) return reply.code(403).send({ refused: 'secret' });
    return giveCookie(reply, value);
  });
  app.post('/resume', (request, reply) => {
    const value = sessions.resume(request.cookies[COOKIE]);
    if (value === undefined) return reply.code(403).send({ refused: 'window' });
    return giveCookie(reply, value);
  });
}

function giveCookie(reply: FastifyReply, value: string): FastifyReply {
  return reply.setCookie(COOKIE, value, { httpOnly: true, sameSite: 'strict', path: '/' }).code(204).send();
}

function launchUrl(port: number, sessions: WindowSessions): string {
  return `http://127.0.0.1:${port}/launch#${sessions.launchSecret}`;
}

function serveAttach(app: FastifyInstance, sessions: WindowSessions, token: string): void {
  app.post('/attach', (request, reply) => {
    if (typeof request.body !== 'string' || !sameSecret(request.body, token)) {
      return reply.code(403).send({ refused: 'token' });
    }
    return reply.type('text/plain').send(launchUrl(portOf(app), sessions));
  });
}

async function serveWindow(app: FastifyInstance, rendererDir: string): Promise<void> {
  const page = await readFile(path.join(rendererDir, 'index.html'), 'utf8');
  app.get('/', (_request, reply) => {
    const nonce = newNonce();
    return reply
      .type('text/html; charset=utf-8')
      .headers({ 'cache-control': 'no-store', 'content-security-policy': contentSecurityPolicy(nonce) })
      .send(withNonce(page, nonce));
  });
  await app.register(files, { root: rendererDir, index: false, cacheControl: false });
}

async function serveContract(app: FastifyInstance, core: Core, sessions: WindowSessions): Promise<void> {
  const handler = new RPCHandler(core.router);
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null, undefined));
    scope.all('/rpc/*', async (request, reply) => {
      const window = sessions.windowOf(request.cookies[COOKIE]);
      if (window === undefined) return reply.code(401).send({ refused: 'window' });
      const { matched } = await handler.handle(request, reply, { prefix: '/rpc', context: { window } });
      if (!matched) return reply.code(404).send({ refused: 'call' });
    });
  });
}
