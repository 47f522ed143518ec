import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import { SettingsCard } from './settings-card.tsx';

const blank = { current: '', next: '', again: '' };

export function PasswordSettings() {
  const [typed, setTyped] = useState(blank);
  const [tried, setTried] = useState(false);
  const change = useCoreMutation(
    (client, input: { current: string; next: string }) => client.session.changePassword(input),
    ['session'],
  );
  const differs = typed.next !== typed.again;
  const set = (part: Partial<typeof blank>): void => setTyped((before) => ({ ...before, ...part }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (differs || typed.current === '' || typed.next === '') return;
    const result = await change.run({ current: typed.current, next: typed.next });
    if (!result.ok) return;
    setTyped(blank);
    setTried(false);
    notifications.show({ color: 'green', message: 'Đã đổi mật khẩu.' });
  };
  const missing = (text: string): string | undefined => (tried && text === '' ? 'Chưa nhập.' : undefined);
  return (
    <SettingsCard title="Mật khẩu" explanation="Ít nhất 10 ký tự, có chữ và số, khác tên đăng nhập.">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <Group align="flex-start" gap="md">
            <PasswordInput
              label="Mật khẩu hiện tại"
              autoComplete="current-password"
              w="16rem"
              error={missing(typed.current)}
              value={typed.current}
              onChange={(event) => set({ current: event.currentTarget.value })}
            />
            <PasswordInput
              label="Mật khẩu mới"
              autoComplete="new-password"
              w="16rem"
              error={missing(typed.next)}
              value={typed.next}
              onChange={(event) => set({ next: event.currentTarget.value })}
            />
            <PasswordInput
              label="Nhập lại mật khẩu mới"
              autoComplete="new-password"
              w="16rem"
              error={tried && differs ? 'Hai lần nhập không giống nhau.' : undefined}
              value={typed.again}
              onChange={(event) => set({ again: event.currentTarget.value })}
            />
          </Group>
          <Problems problems={change.problems} title="Chưa đổi được mật khẩu" />
          <Button
            type="submit"
            variant="default"
            loading={change.pending}
            style={{ alignSelf: 'flex-start' }}
          >
            Đổi mật khẩu
          </Button>
        </Stack>
      </form>
    </SettingsCard>
  );
}
