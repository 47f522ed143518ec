import { describe, expect, it } from 'vitest';
import { sendToHost } from './send-to-host.ts';

const origin = 'http://127.0.0.1:4000';

/** A host that started anew: it answers calls only after the cookie was renewed, once. */
function restartedHost() {
  const asked: string[] = [];
  let renewed = 0;
  const ask: typeof fetch = async (input, init) => {
    const request = new Request(input instanceof URL ? input.href : input, init);
    const { pathname } = new URL(request.url);
    asked.push(`${pathname} ${await request.text()}`.trim());
    if (pathname === '/resume') {
      renewed += 1;
      return new Response(null, { status: renewed === 1 ? 204 : 403 });
    }
    return new Response('answer', { status: renewed > 0 ? 200 : 401 });
  };
  return { ask, asked };
}

const call = (text: string): Request =>
  new Request(`${origin}/rpc/drafts/save`, { method: 'POST', body: text });

describe('sending to the loopback host', () => {
  it('renews the cookie of a host that started anew, once for all calls, and repeats them whole', async () => {
    const { ask, asked } = restartedHost();
    const send = sendToHost(origin, ask);
    const answers = await Promise.all([send(call('one'), {}), send(call('two'), {})]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(asked.filter((each) => each === '/resume')).toHaveLength(1);
    expect(asked.slice(-2).sort()).toEqual(['/rpc/drafts/save one', '/rpc/drafts/save two']);
  });

  it('gives back the refusal when the host knows this window no more', async () => {
    const send = sendToHost(origin, async () => new Response(null, { status: 401 }));
    expect((await send(call('one'), {})).status).toBe(401);
  });
});
