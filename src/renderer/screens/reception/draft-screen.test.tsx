import { ORPCError } from '@orpc/client';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { instantAt } from '#shared/kernel/instant.ts';
import { plainDate } from '#shared/kernel/plain-date.ts';
import { checkDeclaration } from '#shared/procedures/check-declaration.ts';
import { findProcedure } from '#shared/procedures/procedures.generated.ts';
import { contextOn } from '#tests/builders/contexts.ts';
import { type FakeCalls, fakeCoreClient } from '#tests/builders/fake-core-client.ts';
import { renderInWindow } from '#tests/setup/render-window.tsx';
import type { Draft } from './draft-saver.ts';
import { DraftScreen } from './draft-screen.tsx';

const draftId = '00000000-0000-7000-8000-0000000000d1';
const dossierId = '00000000-0000-7000-8000-0000000000d2';
const today = plainDate(2026, 10, 1);
const receivedAt = instantAt({ date: today, minutes: 9 * 60 });

function birth() {
  const found = findProcedure('birth-registration');
  if (!found) throw new Error('birth registration is not in the registry');
  return found;
}

/** A desk that judges by the real procedure and keeps the draft in memory. */
function desk(facts: Record<string, unknown>, components: Draft['components']) {
  const procedure = birth();
  const context = contextOn(today);
  const saved: Draft[] = [];
  const receivedWith: unknown[] = [];
  let draft: Draft = {
    draftId,
    procedure: procedure.id,
    facts,
    components,
    revision: 1,
    createdAt: receivedAt,
    savedAt: receivedAt,
    subject: '',
  };
  const calls: FakeCalls = {
    drafts: {
      get: async () => draft,
      save: async ({ revision, ...content }) => {
        if (revision !== draft.revision) throw refused('draft/stale');
        draft = { ...draft, ...content, revision: revision + 1 };
        saved.push(draft);
        return { revision: draft.revision, savedAt: receivedAt };
      },
    },
    dossiers: {
      check: async (input) => {
        const checked = checkDeclaration(procedure, input.facts, input.components, context);
        const due = procedure.due(checked.sound, receivedAt, context);
        return {
          problems: [...checked.problems],
          ...(due.ok ? { due: due.value } : {}),
          fees: [...procedure.fees(checked.sound, context)],
          neededComponents: [...checked.neededComponents],
          duplicates: [],
          variantCode: procedure.code,
          variantName: procedure.name,
        };
      },
      receive: async (input) => {
        receivedWith.push(input);
        const due = procedure.due({}, receivedAt, context);
        if (!due.ok) throw refused('calendar/no-data');
        return { dossierId, code: '', localRef: 'T-Q1-7', due: due.value };
      },
    },
  };
  return { client: fakeCoreClient(calls), saved, receivedWith };
}

function refused(code: string): Error {
  return new ORPCError('REFUSED', { data: { problems: [{ code, severity: 'error', message: code }] } });
}

function open(client: ReturnType<typeof desk>['client']) {
  return renderInWindow(<DraftScreen />, {
    client,
    at: { route: '/tiep-nhan/$draftId', path: `/tiep-nhan/${draftId}` },
  });
}

const example = birth().examples.find(({ problems }) => problems.length === 0);

describe('a declaration at the desk', () => {
  it('keeps what is typed without being asked and says when', async () => {
    const { client, saved } = desk({}, []);
    const { user } = open(client);
    const name = await screen.findByLabelText('Họ, chữ đệm, tên *');
    await user.type(name, 'Nguyễn Văn Thử');
    await waitFor(() => expect(saved.at(-1)?.facts['child.name']).toMatchObject({ given: 'Thử' }));
    expect(await screen.findByText(/Đã lưu trên máy lúc 09:00:00/)).toBeTruthy();
  });

  it('asks for nothing in red before the clerk wants to receive, then leads to the first error', async () => {
    const { client, receivedWith } = desk({ 'case.child': 'parents-known' }, []);
    const { user } = open(client);
    await screen.findByText(/Còn \d+ mục phải nhập/);
    expect(screen.queryByRole('alert')).toBeNull();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.getAllByRole('alert').length).toBeGreaterThan(0));
    await waitFor(() =>
      expect(document.activeElement?.closest('[data-field]')?.getAttribute('data-field')).toBe(
        'case.parentsMarried',
      ),
    );
    expect(receivedWith).toEqual([]);
  });

  it('receives a complete declaration and shows its reference, due date and what to do next', async () => {
    if (!example) throw new Error('birth registration has no accepted example');
    const { client, receivedWith } = desk(
      { ...example.facts },
      example.components.map((each) => ({ ...each })),
    );
    const { user, path } = open(client);
    await screen.findByText('Đủ điều kiện tiếp nhận.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const confirm = await screen.findByRole('dialog', { name: 'Tiếp nhận hồ sơ' });
    const seen = within(confirm).queryByRole('checkbox');
    if (seen) await user.click(seen);
    await user.keyboard('{Control>}{Enter}{/Control}');
    const done = await screen.findByRole('dialog', { name: 'Đã tiếp nhận hồ sơ' });
    expect(within(done).getByTestId('received-code').textContent).toBe('T-Q1-7');
    expect(receivedWith).toMatchObject([{ draftId, returnBy: 'desk' }]);
    await user.click(within(done).getByRole('button', { name: 'Mở hồ sơ' }));
    await waitFor(() => expect(path()).toBe(`/ho-so/${dossierId}`));
  });

  it('fills a person from a scanned card', async () => {
    const { client, saved } = desk({ 'case.child': 'parents-known' }, []);
    const { user } = open(client);
    await user.click(await screen.findByLabelText('Họ, chữ đệm, tên người mẹ *'));
    await user.keyboard('{F4}');
    const dialog = await screen.findByRole('dialog', { name: 'Quét mã QR trên thẻ căn cước' });
    await user.click(within(dialog).getByLabelText('Nội dung mã QR'));
    await user.paste('001190000001||Nguyễn Thị Thử|01021990|Nữ|Số 1, Phường Cầu Giấy, Hà Nội|15082025');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(saved.at(-1)?.facts['mother.personalId']).toBe('001190000001'));
    expect(screen.getByLabelText<HTMLInputElement>('Họ, chữ đệm, tên người mẹ *').value).toBe(
      'Nguyễn Thị Thử',
    );
  });

  it('says that an input method spoilt a scan, and fills nothing', async () => {
    const { client, saved } = desk({ 'case.child': 'parents-known' }, []);
    const { user } = open(client);
    await screen.findByLabelText('Họ, chữ đệm, tên người mẹ *');
    await user.keyboard('{F4}');
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByLabelText('Nội dung mã QR'));
    await user.paste('001190000001||Nguy\ufffdn Th\ufffd Th\ufffd|01021990|N\ufffd|S\ufffd 1|15082025');
    await user.keyboard('{Enter}');
    expect(await within(dialog).findByText(/Chưa đọc được thẻ/)).toBeTruthy();
    expect(saved).toEqual([]);
  });
});
