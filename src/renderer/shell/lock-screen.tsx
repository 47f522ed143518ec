import { Button, Overlay, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import { CapsLockHint } from '#renderer/screens/login/caps-lock-hint.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import type { Me } from './session.ts';
import { useSuspendedHotkeys } from './use-hotkey.ts';

/** Covers the work until the same person gives the password again, or signs out for another one. */
export function LockScreen({ me }: { readonly me: Me }) {
  const [password, setPassword] = useState('');
  const unlock = useCoreMutation(
    (core, input: string) => core.session.unlock({ password: input }),
    ['session', 'dossiers', 'drafts', 'register', 'sync', 'administration'],
  );
  const signOut = useCoreMutation((core) => core.session.signOut({}), ['session']);
  useSuspendedHotkeys();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const result = await unlock.run(password);
    if (!result.ok) setPassword('');
  }

  return (
    <Overlay fixed zIndex={900} center backgroundOpacity={0.5}>
      <Paper
        component="form"
        role="dialog"
        aria-modal="true"
        aria-labelledby="lock-title"
        p="xl"
        w="24rem"
        maw="92vw"
        onSubmit={(event) => void submit(event)}
      >
        <Stack>
          <Title order={2} size="h3" id="lock-title">
            <IconLock size={22} aria-hidden /> Màn hình đang khóa
          </Title>
          <Text size="sm">{me.fullName}, nội dung đang nhập vẫn còn nguyên. Nhập mật khẩu để làm tiếp.</Text>
          <Problems problems={unlock.problems} title="Chưa mở được khóa" />
          <PasswordInput
            label="Mật khẩu"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            autoFocus
            data-autofocus
            required
            withAsterisk={false}
          />
          <CapsLockHint />
          <Button type="submit" loading={unlock.pending}>
            Mở khóa
          </Button>
          <Button variant="subtle" onClick={() => void signOut.run(undefined)}>
            Đăng xuất, đổi người dùng
          </Button>
        </Stack>
      </Paper>
    </Overlay>
  );
}
