import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useId, useState } from 'react';
import type { z } from 'zod';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import { useSubmitHotkey } from '#renderer/shell/use-submit-hotkey.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import type { accountSchema } from '#shared/contract/administration.ts';
import { type Role, roleLabels, roles } from '#shared/dossiers/roles.ts';

export type Account = z.infer<typeof accountSchema>;
type NewAccount = Pick<Account, 'username' | 'fullName' | 'roles'> & { readonly password: string };

/** The first password is told to the person, who must change it at first sign-in. */
export function CreateAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const formId = useId();
  const [account, setAccount] = useState<NewAccount>({ username: '', fullName: '', roles: [], password: '' });
  const [tried, setTried] = useState(false);
  const create = useCoreMutation(
    (client, input: NewAccount) => client.administration.createAccount(input),
    ['administration'],
  );
  const set = (part: Partial<NewAccount>): void => setAccount((before) => ({ ...before, ...part }));
  const missing = (text: string): string | undefined =>
    tried && text.trim() === '' ? 'Chưa nhập.' : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const complete = [account.username, account.fullName, account.password].every(
      (text) => text.trim() !== '',
    );
    if (!complete || account.roles.length === 0) return;
    const result = await create.run({
      ...account,
      username: account.username.trim(),
      fullName: account.fullName.trim().normalize('NFC'),
    });
    if (!result.ok) return;
    notifications.show({ color: 'green', message: `Đã thêm tài khoản ${result.value.username}.` });
    onClose();
  };
  useSubmitHotkey(formId);
  return (
    <Modal opened onClose={onClose} title="Thêm tài khoản" size="lg">
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <TextInput
            label="Họ tên"
            withAsterisk
            data-autofocus
            error={missing(account.fullName)}
            value={account.fullName}
            onChange={(event) => set({ fullName: event.currentTarget.value })}
          />
          <TextInput
            label="Tên đăng nhập"
            withAsterisk
            autoComplete="off"
            error={missing(account.username)}
            value={account.username}
            onChange={(event) => set({ username: event.currentTarget.value })}
          />
          <TextInput
            label="Mật khẩu ban đầu"
            description="Người dùng phải đổi ở lần đăng nhập đầu tiên"
            withAsterisk
            autoComplete="off"
            error={missing(account.password)}
            value={account.password}
            onChange={(event) => set({ password: event.currentTarget.value })}
          />
          <Checkbox.Group
            label="Vai trò"
            withAsterisk
            error={tried && account.roles.length === 0 ? 'Chọn ít nhất một vai trò.' : undefined}
            value={account.roles}
            onChange={(chosen) => set({ roles: chosen.filter((each): each is Role => isRole(each)) })}
          >
            <Stack gap={6} mt={4}>
              {roles.map((role) => (
                <Checkbox key={role} value={role} label={roleLabels[role]} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Problems problems={create.problems} title="Chưa thêm được tài khoản" />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button type="submit" loading={create.pending}>
              Thêm tài khoản
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}
