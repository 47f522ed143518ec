import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import type { Account } from './create-account-dialog.tsx';

type ResetPasswordDialogProps = { readonly account: Account; readonly onClose: () => void };

export function ResetPasswordDialog({ account, onClose }: ResetPasswordDialogProps) {
  const [password, setPassword] = useState('');
  const reset = useCoreMutation(
    (client) => client.administration.resetPassword({ accountId: account.accountId, password }),
    ['administration'],
  );
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const result = await reset.run(undefined);
    if (!result.ok) return;
    notifications.show({ color: 'green', message: `Đã đặt lại mật khẩu của ${account.username}.` });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={`Đặt lại mật khẩu: ${account.fullName}`}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <TextInput
            label="Mật khẩu tạm"
            description="Báo cho người dùng; họ phải đổi ở lần đăng nhập tới"
            autoComplete="off"
            data-autofocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Problems problems={reset.problems} title="Chưa đặt lại được" />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button type="submit" loading={reset.pending} disabled={password === ''}>
              Đặt lại mật khẩu
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
