import type { CoreClient } from '#renderer/host-client/core-client.ts';
import { overHttp } from '#renderer/host-client/core-links.ts';
import { demoPassword } from '#tests/builders/office-core.ts';
import type { OfficeUnderTest } from './office-under-test.ts';

/** A person at work without a window: prepares what a test of the window starts from. */
export async function signedInClient(office: OfficeUnderTest, username: string): Promise<CoreClient> {
  const { origin } = office;
  const secret = new URL(await office.launchUrl()).hash.slice(1);
  const launch = await fetch(`${origin}/launch`, {
    method: 'POST',
    headers: { origin, 'content-type': 'text/plain' },
    body: secret,
  });
  const cookie = launch.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`no cookie: ${launch.status}`);
  const client = overHttp(origin, (request, init) => {
    request.headers.set('origin', origin);
    request.headers.set('cookie', cookie);
    return fetch(request, init);
  });
  await client.session.signIn({ username, password: demoPassword });
  return client;
}
