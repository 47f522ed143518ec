import { Button, Center, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { type FormEvent, useRef, useState } from 'react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import { ModeBanner } from '#renderer/shell/mode-banner.tsx';
import type { SessionStatus } from '#renderer/shell/session.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import { CapsLockHint } from './caps-lock-hint.tsx';
import { DemoAccounts } from './demo-accounts.tsx';

/** Signing in works without any network: accounts are on this machine. */
export function LoginScreen({ status }: { readonly status: SessionStatus }) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const passwordInput = useRef<HTMLInputElement>(null);
  const signIn = useCoreMutation(
    (core, input: { username: string; password: string }) => core.session.signIn(input),
    ['session'],
  );
  useDocumentTitle('Đăng nhập – Một Cửa Hộ Tịch');

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const result = await signIn.run({ username: username.trim(), password });
    if (result.ok) return;
    // What the person has typed since then stays.
    setPassword((now) => (now === password ? '' : now));
    passwordInput.current?.focus();
  }

  return (
    <>
      <ModeBanner mode={status.mode} />
      <Center component="main" mih="90vh" p="md">
        <Paper withBorder p="xl" w="26rem" maw="100%">
          <form onSubmit={(event) => void submit(event)}>
            <Stack gap="sm">
              <div>
                <Title order={1} size="h2">
                  Một Cửa Hộ Tịch
                </Title>
                <Text size="sm">{status.office.desk}</Text>
                <Text size="xs" c="dimmed">
                  Máy {status.deviceName}
                </Text>
              </div>
              <Problems problems={signIn.problems} title="Chưa đăng nhập được" />
              <TextInput
                label="Tên đăng nhập"
                value={username}
                onChange={(event) => setUsername(event.currentTarget.value)}
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                autoFocus
                required
                withAsterisk={false}
              />
              <PasswordInput
                ref={passwordInput}
                label="Mật khẩu"
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                autoComplete="current-password"
                visibilityToggleButtonProps={{ 'aria-label': 'Hiện mật khẩu' }}
                required
                withAsterisk={false}
              />
              <CapsLockHint />
              <Button type="submit" loading={signIn.pending}>
                Đăng nhập
              </Button>
            </Stack>
          </form>
          <DemoAccounts
            accounts={status.demoAccounts}
            onChoose={(account) => {
              setUsername(account.username);
              setPassword(account.password);
              passwordInput.current?.focus();
            }}
          />
        </Paper>
      </Center>
    </>
  );
}
