import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { DossierScreen } from '#renderer/screens/dossier/dossier-screen.tsx';
import { HelpScreen } from '#renderer/screens/help/help-screen.tsx';
import { HomeScreen } from '#renderer/screens/home/home-screen.tsx';
import { DraftScreen } from '#renderer/screens/reception/draft-screen.tsx';
import { ReceptionScreen } from '#renderer/screens/reception/reception-screen.tsx';
import { RegisterScreen } from '#renderer/screens/register/register-screen.tsx';
import { SettingsScreen } from '#renderer/screens/settings/settings-screen.tsx';
import { SyncScreen } from '#renderer/screens/sync/sync-screen.tsx';
import { WorklistScreen } from '#renderer/screens/worklists/worklist-screen.tsx';
import { AppFrame } from './app-frame.tsx';
import { NotFound } from './not-found.tsx';
import { ScreenError } from './screen-error.tsx';

const root = createRootRoute({ component: AppFrame, notFoundComponent: NotFound });
const at = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

/** Filters of a list live in the address, so that a reload and the back key keep them. */
const listSearch = (raw: Record<string, unknown>): { text?: string; state?: string } => ({
  ...(typeof raw.text === 'string' && raw.text !== '' ? { text: raw.text } : {}),
  ...(typeof raw.state === 'string' && raw.state !== '' ? { state: raw.state } : {}),
});

const routes = root.addChildren([
  createRoute({ ...at('/'), component: HomeScreen }),
  createRoute({ ...at('/tiep-nhan'), component: ReceptionScreen }),
  createRoute({ ...at('/tiep-nhan/$draftId'), component: DraftScreen }),
  createRoute({ ...at('/ho-so/$dossierId'), component: DossierScreen }),
  createRoute({ ...at('/danh-sach/$worklist'), component: WorklistScreen, validateSearch: listSearch }),
  createRoute({ ...at('/so'), component: RegisterScreen, validateSearch: listSearch }),
  createRoute({ ...at('/so/$bookId'), component: RegisterScreen, validateSearch: listSearch }),
  createRoute({ ...at('/dong-bo'), component: SyncScreen, validateSearch: listSearch }),
  createRoute({ ...at('/cai-dat'), component: SettingsScreen }),
  createRoute({ ...at('/tro-giup'), component: HelpScreen, validateSearch: listSearch }),
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
