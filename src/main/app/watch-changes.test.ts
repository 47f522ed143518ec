import { expect, it } from 'vitest';
import { officeCore } from '#tests/builders/office-core.ts';
import { typeExample } from '#tests/builders/receive-example.ts';

it('tells a window which topics changed, once each, until it goes away', async () => {
  await using office = await officeCore();
  const desk = await office.signedIn('tiepnhan');
  const gone = new AbortController();
  const changes = await desk.changes.watch({}, { signal: gone.signal });
  const first = changes.next();
  await typeExample(desk, 'birth-registration');
  expect((await first).value).toEqual({ topic: 'drafts', id: '' });
  const ended = (async () => {
    for await (const _ of changes);
  })();
  gone.abort();
  await ended.catch((error: unknown) => expect(error).toBeInstanceOf(Error));
});
