import { Box, Button, Center, Loader, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useCoreQuery } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { useLiveChanges } from '#renderer/host-client/use-live-changes.ts';
import { FirstPasswordScreen } from '#renderer/screens/login/first-password-screen.tsx';
import { LoginScreen } from '#renderer/screens/login/login-screen.tsx';
import { Problems } from '#renderer/ui/problems.tsx';
import { LockScreen, RestartedScreen } from './lock-screen.tsx';
import { LostCoreContext } from './lost-core.tsx';
import { type Me, SessionContext, type SessionStatus } from './session.ts';
import { useAppearance } from './use-appearance.ts';

/**
 * Shows the work only to a person who signed in. A locked window, and one whose core started anew, keeps its screens
 * mounted behind the lock, so that what was being typed is still there.
 */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const session = useCoreQuery(['session', 'status'], (core) => core.session.status({}));
  const status = session.data;
  const { interrupted, leave } = useInterrupted(status);
  const me = status?.me ?? interrupted;
  const covered = (status?.locked ?? false) || interrupted !== undefined;
  const working = me !== undefined && !me.mustChangePassword;
  const lost = useLiveChanges(working && !covered);
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
      <LostCoreContext value={lost}>
        <Box inert={covered} style={covered ? { filter: 'blur(12px)' } : undefined}>
          {children}
        </Box>
        {interrupted ? <RestartedScreen me={interrupted} onLeave={leave} /> : null}
        {status.locked ? <LockScreen me={me} /> : null}
      </LostCoreContext>
    </SessionContext>
  );
}

/**
 * Whose screens are still here although the core started anew and knows nobody: the same person may go on with them.
 * Signing out, or being signed out, leaves nothing to go on with.
 */
function useInterrupted(status: SessionStatus | undefined) {
  const [last, setLast] = useState<{ readonly me: Me; readonly run: string }>();
  const { me, run } = status ?? {};
  if (me && run !== undefined && (last?.me !== me || last.run !== run)) setLast({ me, run });
  if (!me && last && last.run === run) setLast(undefined);
  const leave = (): void => setLast(undefined);
  return { interrupted: status && !me && last?.run !== run ? last?.me : undefined, leave };
}

/** What one person was shown is not kept for the next one at the same window. */
function useForgottenAnswers(signedOut: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (signedOut) queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  }, [queries, signedOut]);
}
