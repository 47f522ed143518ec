import { Button, Overlay, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { type CoreMutation, useCoreMutation } from '#renderer/host-client/core.ts';
import { CapsLockHint } from '#renderer/screens/login/caps-lock-hint.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import type { Me } from './session.ts';
import { useSuspendedHotkeys } from './use-hotkey.ts';

const everything = ['session', 'dossiers', 'drafts', 'register', 'sync', 'administration'] as const;

/** Covers the work until the same person gives the password again, or signs out for another one. */
export function LockScreen({ me }: { readonly me: Me }) {
  const unlock = useCoreMutation((core, password: string) => core.session.unlock({ password }), everything);
  const signOut = useCoreMutation((core) => core.session.signOut({}), ['session']);
  return (
    <Cover
      title="Màn hình đang khóa"
      text={`${me.fullName}, nội dung đang nhập vẫn còn nguyên. Nhập mật khẩu để làm tiếp.`}
      opening={unlock}
      onLeave={() => void signOut.run(undefined)}
    />
  );
}

type RestartedScreenProps = {
  readonly me: Me;
  /** Gives up what is on the screen. */
  readonly onLeave: () => void;
};

/** Covers the work after the core started anew, until the same person signs in again or leaves it for another one. */
export function RestartedScreen({ me, onLeave }: RestartedScreenProps) {
  const { username } = me;
  const signIn = useCoreMutation(
    (core, password: string) => core.session.signIn({ username, password }),
    everything,
  );
  return (
    <Cover
      title="Ứng dụng vừa khởi động lại"
      text={`${me.fullName}, nội dung trên màn hình vẫn còn nguyên. Nhập mật khẩu để làm tiếp.`}
      opening={signIn}
      onLeave={onLeave}
    />
  );
}

type CoverProps = {
  readonly title: string;
  readonly text: string;
  readonly opening: CoreMutation<string, unknown>;
  readonly onLeave: () => void;
};

function Cover({ title, text, opening, onLeave }: CoverProps) {
  const [password, setPassword] = useState('');
  useSuspendedHotkeys();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const result = await opening.run(password);
    // What the person has typed since then stays.
    if (!result.ok) setPassword((now) => (now === password ? '' : now));
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
            <IconLock size={22} aria-hidden /> {title}
          </Title>
          <Text size="sm">{text}</Text>
          <Problems problems={opening.problems} title="Chưa mở được khóa" />
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
          <Button type="submit" loading={opening.pending}>
            Mở khóa
          </Button>
          <Button variant="subtle" onClick={onLeave}>
            Đăng xuất, đổi người dùng
          </Button>
        </Stack>
      </Paper>
    </Overlay>
  );
}
