import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { HomeScreen } from '#renderer/screens/home/home-screen.tsx';
import { AppFrame } from './app-frame.tsx';
import { lazyScreens } from './lazy-screens.ts';
import { NotFound } from './not-found.tsx';
import { ScreenError } from './screen-error.tsx';

const root = createRootRoute({ component: AppFrame, notFoundComponent: NotFound });
const at = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

/** Filters of a list live in the address, so that a reload and the back key keep them. */
const listSearch = (raw: Record<string, unknown>): { text?: string; state?: string } => ({
  ...(typeof raw.text === 'string' && raw.text !== '' ? { text: raw.text } : {}),
  ...(typeof raw.state === 'string' && raw.state !== '' ? { state: raw.state } : {}),
});

const { conflict, reception, draft, dossier, worklist, reconciliation, register, sync, settings, help } =
  lazyScreens;
const routes = root.addChildren([
  createRoute({ ...at('/'), component: HomeScreen }),
  createRoute({ ...at('/tiep-nhan'), component: reception }),
  createRoute({ ...at('/tiep-nhan/$draftId'), component: draft }),
  createRoute({ ...at('/ho-so/$dossierId'), component: dossier }),
  createRoute({ ...at('/danh-sach/$worklist'), component: worklist, validateSearch: listSearch }),
  createRoute({ ...at('/so'), component: register, validateSearch: listSearch }),
  createRoute({ ...at('/so/$bookId'), component: register, validateSearch: listSearch }),
  createRoute({ ...at('/dong-bo'), component: sync, validateSearch: listSearch }),
  createRoute({ ...at('/xung-dot/$dossierId'), component: conflict }),
  createRoute({ ...at('/doi-soat'), component: reconciliation }),
  createRoute({ ...at('/cai-dat'), component: settings }),
  createRoute({ ...at('/tro-giup'), component: help, validateSearch: listSearch }),
]);

const router = createRouter({
  routeTree: routes,
  history: createHashHistory(),
  defaultErrorComponent: ScreenError,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

export function Router() {
  return <RouterProvider router={router} />;
}
