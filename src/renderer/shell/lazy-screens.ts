import { lazyRouteComponent } from '@tanstack/react-router';

/** Every screen but the first is a chunk of its own, so that signing in does not wait for all of them. */
export const lazyScreens = {
  reception: lazyRouteComponent(
    () => import('#renderer/screens/reception/reception-screen.tsx'),
    'ReceptionScreen',
  ),
  draft: lazyRouteComponent(() => import('#renderer/screens/reception/draft-screen.tsx'), 'DraftScreen'),
  dossier: lazyRouteComponent(() => import('#renderer/screens/dossier/dossier-screen.tsx'), 'DossierScreen'),
  worklist: lazyRouteComponent(
    () => import('#renderer/screens/worklists/worklist-screen.tsx'),
    'WorklistScreen',
  ),
  register: lazyRouteComponent(
    () => import('#renderer/screens/register/register-screen.tsx'),
    'RegisterScreen',
  ),
  sync: lazyRouteComponent(() => import('#renderer/screens/sync/sync-screen.tsx'), 'SyncScreen'),
  conflict: lazyRouteComponent(
    () => import('#renderer/screens/conflict/conflict-screen.tsx'),
    'ConflictScreen',
  ),
  reconciliation: lazyRouteComponent(
    () => import('#renderer/screens/reconciliation/reconciliation-screen.tsx'),
    'ReconciliationScreen',
  ),
  settings: lazyRouteComponent(
    () => import('#renderer/screens/settings/settings-screen.tsx'),
    'SettingsScreen',
  ),
  help: lazyRouteComponent(() => import('#renderer/screens/help/help-screen.tsx'), 'HelpScreen'),
};

/**
 * Fetches the screens once the first one stands: a clerk then moves between them without waiting, and still does
 * when the host answers no more. A chunk that does not come now is asked for again when its screen is opened.
 */
export function fetchScreensWhenIdle(): () => void {
  const idle = window.requestIdleCallback(() => {
    for (const screen of Object.values(lazyScreens)) void screen.preload?.();
  });
  return () => window.cancelIdleCallback(idle);
}
