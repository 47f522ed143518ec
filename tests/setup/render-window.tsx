import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { act, cleanup, configure, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { ConnectionContext } from '#renderer/host-client/core.ts';
import type { CoreClient } from '#renderer/host-client/core-client.ts';
import type { Host } from '#renderer/host-client/host.ts';
import { makeQueryClient } from '#renderer/host-client/query-client.ts';
import { SessionContext, type SessionStatus } from '#renderer/shell/session.ts';
import { theme } from '#renderer/theme/theme.ts';
import { testMe, testStatus } from '#tests/builders/fake-core-client.ts';

/** A loaded machine is slow, not wrong. */
configure({ asyncUtilTimeout: 10_000 });

type RenderOptions = {
  readonly client: CoreClient;
  readonly host?: Host;
  readonly status?: SessionStatus;
  /** Route pattern the element stands on, and the address opened; other addresses show their path as text. */
  readonly at?: { readonly route: string; readonly path: string };
};

const silentHost: Host = {
  kind: 'browser',
  print: async () => 'unknown',
  savePdf: async () => 'by-print-dialog',
};

/** Renders a part of the window as the app does: theme, core, signed-in session, router; answers a keyboard too. */
export function renderInWindow(element: ReactNode, options: RenderOptions) {
  cleanup();
  addWhatJsdomLacks();
  const status = options.status ?? testStatus;
  const { route, path } = options.at ?? { route: '/', path: '/' };
  const root = createRootRoute();
  const page = createRoute({ getParentRoute: () => root, path: route, component: () => element });
  const elsewhere = createRoute({
    getParentRoute: () => root,
    path: '$',
    component: () => <p data-testid="elsewhere">{router.state.location.pathname}</p>,
  });
  const router = createRouter({
    routeTree: root.addChildren([page, elsewhere]),
    history: createMemoryHistory({ initialEntries: [path] }),
  });
  const queries = makeQueryClient();
  const user = userEvent.setup();
  const view = render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={queries}>
        <ConnectionContext value={{ client: options.client, host: options.host ?? silentHost }}>
          <SessionContext value={{ status, me: status.me ?? testMe }}>
            <Notifications />
            {/* The window's own routes are registered as the type of every router; a test's are fewer. */}
            <RouterProvider router={router as never} />
          </SessionContext>
        </ConnectionContext>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return {
    ...view,
    user,
    path: () => router.state.location.pathname,
    /** Asks the core again, as a change in it would. */
    refresh: () => act(() => queries.invalidateQueries()),
  };
}

function addWhatJsdomLacks(): void {
  window.matchMedia ??= (query: string): MediaQueryList =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    }) as MediaQueryList;
  window.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  if (!('fonts' in document)) Object.assign(document, { fonts: new EventTarget() });
  Element.prototype.scrollIntoView ??= () => {};
  window.scrollTo = () => {};
}

/** jsdom lays nothing out, and a list shows only the rows it has room for. */
export function giveElementsRoom(): void {
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get: () => 600 },
    clientWidth: { configurable: true, get: () => 1100 },
    offsetHeight: { configurable: true, get: () => ROW_PX },
  });
}

const ROW_PX = 33;
