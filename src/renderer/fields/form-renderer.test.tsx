import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { defineForm, type Form } from '#shared/forms/field.ts';
import { problem } from '#shared/kernel/problem.ts';
import { fakeCoreClient } from '#tests/builders/fake-core-client.ts';
import { renderInWindow } from '#tests/setup/render-window.tsx';
import { FormRenderer } from './form-renderer.tsx';
import { useFormFacts } from './use-form-facts.ts';

const form = defineForm({
  sections: [
    {
      id: 'person',
      title: 'Người khai',
      fields: [
        { key: 'person.name', kind: 'name', label: 'Họ và tên', required: true },
        { key: 'person.birthDate', kind: 'partial-date', label: 'Ngày sinh', required: true },
        {
          key: 'person.gender',
          kind: 'choice',
          label: 'Giới tính',
          required: true,
          choices: [
            { value: 'male', label: 'Nam' },
            { value: 'female', label: 'Nữ' },
          ],
        },
        { key: 'person.ethnicity', kind: 'ethnicity', label: 'Dân tộc', required: false },
        { key: 'person.residence', kind: 'residence', label: 'Nơi cư trú', required: false },
      ],
    },
    {
      id: 'late',
      title: 'Lý do muộn',
      shownWhen: { key: 'person.gender', is: 'female' },
      fields: [{ key: 'late.reason', kind: 'long-text', label: 'Lý do', required: false }],
    },
  ],
}) satisfies Form;

let kept: Readonly<Record<string, unknown>> = {};

function Typed({ initial = {} }: { readonly initial?: Readonly<Record<string, unknown>> }) {
  const { facts, set } = useFormFacts(initial);
  kept = facts;
  return (
    <FormRenderer
      form={form}
      facts={facts}
      problems={
        facts['person.birthDate'] === '31/02/1990'
          ? [problem('field/format', 'error', 'Không phải ngày có thật.', 'person.birthDate')]
          : []
      }
      onChange={set}
      today="2026-10-01"
    />
  );
}

async function open(initial?: Readonly<Record<string, unknown>>) {
  const { user } = renderInWindow(<Typed {...(initial ? { initial } : {})} />, { client: fakeCoreClient() });
  await screen.findByLabelText(/Họ và tên/);
  return user;
}

describe('typing into a form', () => {
  it('takes a name as Telex input methods write it, by Backspace and retyping', async () => {
    const user = await open();
    const name = screen.getByLabelText<HTMLInputElement>(/Họ và tên/);
    await user.click(name);
    await user.keyboard('tr');
    await user.keyboard('a{Backspace}ầ');
    await user.keyboard('n thij');
    await user.keyboard('{Backspace}{Backspace}ị');
    await user.keyboard(' be{Backspace}{Backspace}bé');
    expect(name.value).toBe('trần thị bé');
    await user.tab();
    expect(name.value).toBe('Trần Thị Bé');
    expect(kept['person.name']).toEqual({ family: 'Trần', middle: 'Thị', given: 'Bé' });
  });

  it('lets the clerk put right how a name was split, and keeps that', async () => {
    const user = await open();
    await user.type(screen.getByLabelText(/Họ và tên/), 'Tôn Nữ Lan Anh');
    await user.click(screen.getByRole('button', { name: 'Sửa cách tách' }));
    await user.type(screen.getByLabelText('Họ'), ' Nữ');
    await user.clear(screen.getByLabelText('Chữ đệm'));
    await user.click(screen.getByLabelText(/Họ và tên/));
    await user.tab();
    expect(kept['person.name']).toMatchObject({ family: 'Tôn Nữ', middle: '' });
  });

  it('reads a date on leaving and says how it was understood', async () => {
    const user = await open();
    const date = screen.getByLabelText<HTMLInputElement>(/Ngày sinh/);
    await user.type(date, '01021990');
    await user.tab();
    expect(date.value).toBe('01/02/1990');
    expect(kept['person.birthDate']).toBe('1990-02-01');
    expect(screen.getByTestId('field-person-birthDate-reading').textContent).toContain(
      'ngày 01 tháng 02 năm 1990',
    );
  });

  it('keeps a date that does not exist as typed and names it only after the field is left', async () => {
    const user = await open();
    const date = screen.getByLabelText<HTMLInputElement>(/Ngày sinh/);
    await user.type(date, '31/02/1990');
    expect(screen.queryByText('Không phải ngày có thật.')).toBeNull();
    await user.tab();
    expect(date.value).toBe('31/02/1990');
    expect(screen.getByText('Không phải ngày có thật.')).toBeTruthy();
    expect(date.getAttribute('aria-invalid')).toBe('true');
  });

  it('goes on with Enter, over radios as one stop, and back with Shift+Enter', async () => {
    const user = await open();
    await user.click(screen.getByLabelText(/Họ và tên/));
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByLabelText(/Ngày sinh/));
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Nam' }));
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByLabelText('Dân tộc', { selector: 'input' }));
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Nam' }));
  });

  it('shows a section only while its condition holds', async () => {
    const user = await open();
    expect(screen.queryByLabelText('Lý do')).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Nữ' }));
    expect(screen.getByLabelText('Lý do')).toBeTruthy();
  });

  it('finds a catalogue name without tones and spells it as the catalogue does', async () => {
    const user = await open();
    await user.type(screen.getByLabelText('Dân tộc', { selector: 'input' }), 'tay');
    await user.tab();
    expect(kept['person.ethnicity']).toBe('Tày');
  });

  it('brings the province along with a commune of Hà Nội', async () => {
    const user = await open();
    await user.type(screen.getByLabelText('Xã, phường', { selector: 'input' }), 'cau giay{Enter}');
    expect(kept['person.residence']).toMatchObject({ commune: 'Phường Cầu Giấy', province: 'Hà Nội' });
  });

  it('shows what a draft kept, malformed values too', async () => {
    await open({ 'person.name': 'lê văn tám', 'person.birthDate': '1/13/1990' });
    expect(screen.getByLabelText<HTMLInputElement>(/Họ và tên/).value).toBe('lê văn tám');
    expect(screen.getByLabelText<HTMLInputElement>(/Ngày sinh/).value).toBe('1/13/1990');
  });
});
