import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Core } from '#main/compose.ts';
import type { CoreClient } from '#renderer/host-client/core-client.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { draftOf, receive } from './reception.ts';
import { openTestCore, type TestCore } from './test-core.ts';
import type { Transport } from './transports.ts';

const password = 'MotCua2026';

/** What a window may rely on, whatever carries its calls. */
export function describeContract(name: string, open: (core: Core) => Promise<Transport>): void {
  describe(`the contract ${name}`, () => {
    let office: TestCore;
    let transport: Transport;

    beforeAll(async () => {
      office = await openTestCore();
      transport = await open(office.core);
    });
    afterAll(async () => {
      await transport.close();
      await office.remove();
    });

    async function signedIn(username = 'tiepnhan'): Promise<CoreClient> {
      const client = await transport.connect();
      await client.session.signIn({ username, password });
      return client;
    }

    it('signs a person in and says who it is', async () => {
      const client = await transport.connect();
      expect((await client.session.status({})).me).toBeUndefined();
      const me = await client.session.signIn({ username: 'hotich', password });
      expect(me.roles).toEqual(['civil-status-officer']);
      expect((await client.session.status({})).me).toEqual(me);
    });

    it('refuses with problems that carry a code and Vietnamese words', async () => {
      const client = await transport.connect();
      const [refusal] = await problemsFrom(client.session.signIn({ username: 'tiepnhan', password: 'x' }));
      expect(refusal).toMatchObject({ code: 'session/wrong-password', severity: 'error' });
      expect(refusal?.message).toContain('mật khẩu');
    });

    it('refuses work to a window nobody signed in to', async () => {
      const client = await transport.connect();
      expect(await codesFrom(client.drafts.list({}))).toEqual(['session/required']);
    });

    it('judges what a window sends before any use case sees it', async () => {
      const client = await signedIn();
      expect(await codesFrom(client.drafts.get({ draftId: 'not an id' }))).toEqual(['request/invalid']);
      expect(await codesFrom(client.search.find({ text: 'x', limit: 1_000_000 }))).toEqual([
        'request/invalid',
      ]);
    });

    it('gives each window a session of its own', async () => {
      const [first, second] = [await signedIn('tiepnhan'), await signedIn('lanhdao')];
      await first.session.signOut({});
      expect(await codesFrom(first.drafts.list({}))).toEqual(['session/required']);
      expect((await second.session.status({})).me?.username).toBe('lanhdao');
    });

    it('refuses a locked window until its own person unlocks it', async () => {
      const client = await signedIn();
      await client.session.lock({});
      expect(await codesFrom(client.drafts.list({}))).toEqual(['session/locked']);
      expect(await codesFrom(client.session.unlock({ password: 'x' }))).toEqual(['session/wrong-password']);
      await client.session.unlock({ password });
      expect(await client.drafts.list({})).toEqual([]);
    });

    it('keeps a draft with its tones and refuses a save over a newer one', async () => {
      const client = await signedIn();
      const draft = await draftOf(client);
      const { revision } = await client.drafts.save(draft);
      expect(revision).toBe(draft.revision + 1);
      expect((await client.drafts.get(draft)).facts).toEqual(draft.facts);
      expect(await codesFrom(client.drafts.save(draft))).toEqual(['draft/stale']);
      await client.drafts.discard(draft);
    });

    it('receives a declaration, shows the dossier, and lets one person act on what was seen', async () => {
      const client = await signedIn();
      const { dossierId, localRef } = await receive(client);
      const seen = await client.dossiers.get({ dossierId });
      expect(seen).toMatchObject({ localRef, status: 'received', sync: 'waiting' });
      expect(seen.actions).toContain('dossier-handed-over');
      const action = { kind: 'dossier-handed-over', note: 'Đủ giấy tờ' } as const;
      const after = await client.dossiers.act({ dossierId, seen: seen.version, action });
      expect(after).toMatchObject({ status: 'under-review', version: seen.version + 1 });
      const late = client.dossiers.act({ dossierId, seen: seen.version, action });
      expect(await codesFrom(late)).toEqual(['dossier/changed']);
    });

    it('carries a whole printed page', async () => {
      const client = await signedIn();
      const { dossierId } = await receive(client);
      const { html, sheet } = await client.documents.preview({ dossierId, document: 'receipt-slip' });
      expect(html).toContain('</html>');
      expect(sheet.size).toBe('A4');
    });

    it('tells a window what changed, and stops at the core when the window looks away', async () => {
      const [watching, working] = [await signedIn(), await signedIn('hotich')];
      const before = office.watchers();
      const away = new AbortController();
      const changes = await watching.changes.watch({}, { signal: away.signal });
      const next = changes.next();
      await vi.waitFor(() => expect(office.watchers()).toBe(before + 1));
      await working.drafts.start({ procedure: 'birth-registration' });
      expect(await next).toMatchObject({ done: false, value: { topic: 'drafts' } });
      away.abort();
      await changes.next().catch(() => undefined);
      await vi.waitFor(() => expect(office.watchers()).toBe(before));
    });
  });
}

async function problemsFrom(call: Promise<unknown>): Promise<ReturnType<typeof problemsOf>> {
  try {
    await call;
  } catch (error) {
    return problemsOf(error);
  }
  return [];
}

async function codesFrom(call: Promise<unknown>): Promise<readonly string[]> {
  return (await problemsFrom(call)).map((each) => each.code);
}
