import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { Connection } from '#renderer/host-client/connect-host.ts';
import { ConnectionContext } from '#renderer/host-client/core.ts';
import { makeQueryClient } from '#renderer/host-client/query-client.ts';
import { styleNonce } from '#renderer/host-client/style-nonce.ts';
import { readableColours, theme } from '#renderer/theme/theme.ts';
import classes from './app.module.css';
import { Router } from './router.tsx';
import { SessionGate } from './session-gate.tsx';

/** The window. Everything it knows of the outside comes through its connection. */
export function App({ connection }: { readonly connection: Connection }) {
  const [queries] = useState(makeQueryClient);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={readableColours}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queries}>
        <ConnectionContext value={connection}>
          <Notifications
            position="bottom-left"
            containerWidth="20rem"
            limit={3}
            autoClose={5_000}
            classNames={{ root: classes.toasts }}
          />
          <SessionGate>
            <Router />
          </SessionGate>
        </ConnectionContext>
      </QueryClientProvider>
    </MantineProvider>
  );
}
