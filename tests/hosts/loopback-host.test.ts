import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announce, withdraw } from '#main/hosts/attachment.ts';
import { overHttp } from '#renderer/host-client/core-links.ts';
import { launchUrlOfRunning } from '#tests/builders/launch-url.ts';
import { openTestCore, type TestCore } from './test-core.ts';
import { exchange, startTestHost, type TestHost } from './transports.ts';

let office: TestCore;
let test: TestHost;

beforeAll(async () => {
  office = await openTestCore();
  test = await startTestHost(office.core);
});
afterAll(async () => {
  await test.close();
  await office.remove();
});

const call = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"json":{}}' };

describe('the loopback host', () => {
  it('answers nothing of the contract without a cookie it gave', async () => {
    const headers = { ...call.headers, origin: test.origin };
    for (const cookie of ['', 'mot-cua-window=guess']) {
      const answer = await fetch(`${test.origin}/rpc/session/status`, {
        ...call,
        headers: { ...headers, cookie },
      });
      expect(answer.status).toBe(401);
      expect(await answer.text()).not.toContain('office');
    }
  });

  it('says 404 for a call the contract does not have', async () => {
    const cookie = await test.openWindow();
    const answer = await test.send(new Request(`${test.origin}/rpc/session/everything`, call), cookie);
    expect(answer.status).toBe(404);
    const known = await test.send(new Request(`${test.origin}/rpc/session/status`, call), cookie);
    expect(known.status).toBe(200);
  });

  it('refuses a host name rebound to this machine', async () => {
    expect(await statusWithHost('evil.example')).toBe(403);
    expect(await statusWithHost(`127.0.0.1:${test.host.port}`)).toBe(200);
  });

  it.each(['https://evil.example', 'null', undefined])('refuses a call from a page of %s', async (origin) => {
    const cookie = await test.openWindow();
    const headers = { ...call.headers, cookie, ...(origin !== undefined && { origin }) };
    const answer = await fetch(`${test.origin}/rpc/session/status`, { ...call, headers });
    expect(answer.status).toBe(403);
  });

  it('exchanges a launch secret once, for a cookie no script and no other site can use', async () => {
    const secret = new URL(test.host.launchUrl()).hash.slice(1);
    const answer = await exchange(test.origin, secret);
    expect(answer.status).toBe(204);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect((await exchange(test.origin, secret)).status).toBe(403);
    expect((await exchange(test.origin, 'guess')).status).toBe(403);
  });

  it('knows a window no more that it never opened, whatever it is asked', async () => {
    const resume = (cookie: string) =>
      fetch(`${test.origin}/resume`, { method: 'POST', headers: { origin: test.origin, cookie } });
    expect((await resume('mot-cua-window=guess')).status).toBe(403);
    expect((await resume(await test.openWindow())).status).toBe(403);
  });

  it('serves its page under a policy that loads nothing from outside, with a nonce of its own', async () => {
    const [first, second] = [await fetch(test.origin), await fetch(test.origin)];
    const policy = first.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe-eval');
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(await first.text()).toContain(nonce);
    expect(second.headers.get('content-security-policy')).not.toContain(nonce);
    expect(first.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('guards its errors and files by the same policy', async () => {
    for (const path of ['/nothing.js', '/launch']) {
      const answer = await fetch(test.origin + path);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('never serves a file outside the window', async () => {
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json']) {
      expect((await fetch(test.origin + path)).status).toBeGreaterThanOrEqual(400);
    }
  });

  it('opens one more window for a second start that can read its file, and for nobody else', async () => {
    const { dataDir } = office.config;
    expect(await launchUrlOfRunning(dataDir)).toBeUndefined();
    await announce(dataDir, { port: test.host.port, token: 'guess' });
    expect(await launchUrlOfRunning(dataDir)).toBeUndefined();
    await announce(dataDir, { port: test.host.port, token: test.attachToken });
    const url = await launchUrlOfRunning(dataDir);
    const answer = await exchange(test.origin, new URL(url ?? '').hash.slice(1));
    const [cookie = ''] = answer.headers.getSetCookie();
    const client = overHttp(test.origin, (sent, init) => test.send(sent, cookie.split(';')[0] ?? '', init));
    expect((await client.session.status({})).locked).toBe(false);
    await withdraw(dataDir);
    expect(await launchUrlOfRunning(dataDir)).toBeUndefined();
  });
});

/** `fetch` writes the Host header itself, so a rebound name needs a plain request. */
function statusWithHost(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request({ port: test.host.port, path: '/', headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.once('error', reject).end();
  });
}
