import { expect, it } from 'vitest';
import { healthSchema } from '#shared/sync/protocol.ts';
import type { HttpReply } from './exchange.ts';
import { judgeReply } from './judge-reply.ts';

const ours = '00000000-0000-4000-8000-000000000001';
const health = {
  service: 'mot-cua-city',
  serverId: ours,
  protocol: { min: 1, max: 1 },
  receiptKey: 'key',
  serverTime: '2026-11-23T02:00:00.000Z',
};

function reply(status: number, body: string, headers: HttpReply['headers'] = {}): HttpReply {
  return { status, headers: { 'x-mot-cua-server': ours, ...headers }, body: Buffer.from(body) };
}

const judge = async (given: HttpReply) => {
  const result = await judgeReply(given, healthSchema, ours);
  return result.ok ? 'ok' : result.error.code;
};

it.each([
  ['our answer', reply(200, JSON.stringify(health)), 'ok'],
  ['a log-in page', reply(200, '<html>', { 'x-mot-cua-server': undefined }), 'sync/not-our-server'],
  ['a redirect to one', reply(302, '', { 'x-mot-cua-server': undefined }), 'sync/not-our-server'],
  ['a page of a broken proxy', reply(502, '<html>', { 'x-mot-cua-server': undefined }), 'sync/server-error'],
  ['our header with the wrong body', reply(200, '{"hello":"world"}'), 'sync/not-our-server'],
  ['our header with no JSON', reply(200, 'hello'), 'sync/not-our-server'],
  ['damaged compression', reply(200, '{}', { 'content-encoding': 'zstd' }), 'sync/not-our-server'],
  ['another city', reply(200, JSON.stringify(health), { 'x-mot-cua-server': 'x' }), 'sync/wrong-server'],
  ['an unknown token', reply(401, '{}'), 'sync/unknown-device'],
  [
    'a feed that is not the one known',
    reply(409, '{"code":"sync/server-behind","message":"…"}'),
    'sync/server-behind',
  ],
  ['a revoked device', reply(403, '{"code":"sync/revoked","message":"…"}'), 'sync/revoked'],
  ['a code that is not good', reply(403, '{"code":"city/bad-code","message":"…"}'), 'city/bad-code'],
  ['a server that moved on', reply(426, '{}'), 'sync/version-skew'],
  ['a batch it cannot read', reply(413, '{}'), 'city/malformed'],
  ['a bug', reply(500, '{}'), 'sync/server-error'],
  ['a city with too much to do', reply(503, '{}'), 'sync/server-busy'],
  ['a city asked too often', reply(429, '{}'), 'sync/server-busy'],
  ['a proxy with too much to do', reply(503, '', { 'x-mot-cua-server': undefined }), 'sync/server-error'],
])('reads %s as what it is', async (_name, given, code) => {
  expect(await judge(given)).toBe(code);
});

it('carries on how long a busy server asked to wait', async () => {
  const result = await judgeReply(reply(503, '{}', { 'retry-after': '10' }), healthSchema, ours);
  expect(result).toEqual({ ok: false, error: { code: 'sync/server-busy', retryAfterMs: 10_000 } });
});
