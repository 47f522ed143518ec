import { Button, Center, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import type { Me } from '#renderer/shell/session.ts';
import { Problems } from '#renderer/ui/problems.tsx';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { CapsLockHint } from './caps-lock-hint.tsx';

/** A password somebody else chose is changed before any work. */
export function FirstPasswordScreen({ me }: { readonly me: Me }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [mistyped, setMistyped] = useState<readonly Problem[]>([]);
  const change = useCoreMutation(
    (core, input: { current: string; next: string }) => core.session.changePassword(input),
    ['session'],
  );
  const signOut = useCoreMutation((core) => core.session.signOut({}), ['session']);
  useDocumentTitle('Đổi mật khẩu lần đầu – Một Cửa Hộ Tịch');

  function submit(event: FormEvent): void {
    event.preventDefault();
    const same = next === again;
    setMistyped(
      same
        ? []
        : [problem('field/format', 'error', 'Hai lần nhập mật khẩu mới không giống nhau. Hãy nhập lại.')],
    );
    if (same) void change.run({ current, next });
  }

  return (
    <Center component="main" mih="100vh" p="md">
      <Paper withBorder p="xl" w="26rem" maw="100%" component="form" onSubmit={submit}>
        <Stack gap="sm">
          <Title order={1} size="h3">
            Đổi mật khẩu lần đầu
          </Title>
          <Text size="sm">
            {me.fullName}, mật khẩu hiện tại do người khác đặt. Hãy đặt mật khẩu của riêng bạn: ít nhất 10 ký
            tự, có chữ và số, khác tên đăng nhập.
          </Text>
          <Problems problems={[...mistyped, ...change.problems]} title="Chưa đổi được mật khẩu" />
          <PasswordInput
            label="Mật khẩu hiện tại"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            autoComplete="current-password"
            autoFocus
            required
            withAsterisk={false}
          />
          <PasswordInput
            label="Mật khẩu mới"
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
            autoComplete="new-password"
            required
            withAsterisk={false}
          />
          <PasswordInput
            label="Nhập lại mật khẩu mới"
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
            autoComplete="new-password"
            required
            withAsterisk={false}
          />
          <CapsLockHint />
          <Button type="submit" loading={change.pending}>
            Đổi mật khẩu và bắt đầu
          </Button>
          <Button variant="subtle" onClick={() => void signOut.run(undefined)}>
            Đăng xuất
          </Button>
        </Stack>
      </Paper>
    </Center>
  );
}
