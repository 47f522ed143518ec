import { createContext, useContext } from 'react';
import type { CoreClient } from '#renderer/host-client/core-client.ts';

export type SessionStatus = Awaited<ReturnType<CoreClient['session']['status']>>;
export type Me = NonNullable<SessionStatus['me']>;
export type Session = { readonly status: SessionStatus; readonly me: Me };

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who works at this window, in which office and mode. Only below a signed-in gate. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no signed-in session above this component');
  return session;
}
