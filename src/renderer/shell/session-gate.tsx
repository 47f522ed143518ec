import { Box, Button, Center, Loader, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useCoreQuery } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { useLiveChanges } from '#renderer/host-client/use-live-changes.ts';
import { FirstPasswordScreen } from '#renderer/screens/login/first-password-screen.tsx';
import { LoginScreen } from '#renderer/screens/login/login-screen.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { LockScreen } from './lock-screen.tsx';
import { SessionContext } from './session.ts';
import { useAppearance } from './use-appearance.ts';

/**
 * Shows the work only to a person who signed in. A locked window keeps its screens mounted behind the lock, so
 * that what was being typed is still there.
 */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const session = useCoreQuery(['session', 'status'], (core) => core.session.status({}));
  const status = session.data;
  const me = status?.me;
  const working = me !== undefined && !me.mustChangePassword;
  useLiveChanges(working && !status?.locked);
  useAppearance(me);
  useForgottenAnswers(status !== undefined && me === undefined);

  if (session.isPending) {
    return (
      <Center h="100vh">
        <Loader aria-label="Đang mở ứng dụng" />
      </Center>
    );
  }
  if (!status) {
    return (
      <Center h="100vh">
        <Stack maw="36rem" p="md">
          <Problems problems={problemsOf(session.error)} title="Chưa mở được dữ liệu" />
          <Button onClick={() => void session.refetch()}>Thử lại</Button>
        </Stack>
      </Center>
    );
  }
  if (!me) return <LoginScreen status={status} />;
  if (me.mustChangePassword) return <FirstPasswordScreen me={me} />;
  return (
    <SessionContext value={{ status, me }}>
      <Box inert={status.locked} style={status.locked ? { filter: 'blur(12px)' } : undefined}>
        {children}
      </Box>
      {status.locked ? <LockScreen me={me} /> : null}
    </SessionContext>
  );
}

/** What one person was shown is not kept for the next one at the same window. */
function useForgottenAnswers(signedOut: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (signedOut) queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  }, [queries, signedOut]);
}
