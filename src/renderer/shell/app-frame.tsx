import { Button, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useCoreMutation } from '#renderer/host-client/core.ts';
import { SearchPalette } from '#renderer/screens/search/search-palette.tsx';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { AccountMenu } from './account-menu.tsx';
import classes from './app-frame.module.css';
import bannerClasses from './banners.module.css';
import { ConnectionChip } from './connection-chip.tsx';
import { fetchScreensWhenIdle } from './lazy-screens.ts';
import { LostCoreBanner } from './lost-core.tsx';
import { ModeBanner } from './mode-banner.tsx';
import { Navigation } from './navigation.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { SafetyBanner } from './safety-banner.tsx';
import { useSession } from './session.ts';
import { useAutoLock } from './use-auto-lock.ts';
import { useHotkey } from './use-hotkey.ts';
import { useSyncStatus } from './use-sync-status.ts';

/** What stands around every screen: office, search, connection, person, sections. */
export function AppFrame() {
  const { status, me } = useSession();
  const sync = useSyncStatus();
  const [searching, setSearching] = useState(false);
  const locking = useCoreMutation((core) => core.session.lock({}), ['session']);
  const lock = useCallback(() => void locking.run(undefined), [locking.run]);
  const aboutToLock = useAutoLock(status.autoLockMinutes, lock, !status.locked);
  useGeneralHotkeys(() => setSearching(true), lock);
  const main = useFocusOnNavigation();
  const header = useHeaderHeight();
  useEffect(fetchScreensWhenIdle, []);
  return (
    <>
      <button type="button" className="skip-link" onClick={() => main.current?.focus()}>
        Đến nội dung chính
      </button>
      <div className={classes.frame}>
        <header className={classes.top} ref={header}>
          <ModeBanner mode={status.mode} />
          <div className={classes.bar}>
            <div className={classes.office}>
              <Text fw={700} size="sm" truncate>
                {status.office.name}
              </Text>
              <Text size="xs" c="dimmed" truncate>
                {status.deviceName}
              </Text>
            </div>
            <Button
              className={classes.search}
              variant="default"
              styles={{ label: { flex: 1 } }}
              leftSection={<IconSearch size={16} aria-hidden />}
              rightSection={<KeyHint keys="F3" />}
              aria-keyshortcuts="F3"
              onClick={() => setSearching(true)}
            >
              Tìm hồ sơ, họ tên, số định danh
            </Button>
            <ConnectionChip status={sync} />
            <AccountMenu me={me} onLock={lock} />
          </div>
          <LostCoreBanner />
          <OfflineBanner status={sync} />
          <SafetyBanner />
        </header>
        <Navigation />
        <main className={classes.main} id="noi-dung" tabIndex={-1} ref={main}>
          <Outlet />
        </main>
      </div>
      <SearchPalette opened={searching} onClose={() => setSearching(false)} />
      {aboutToLock ? (
        <div className={bannerClasses.locking} role="status">
          Màn hình sắp khóa. Nhấn một phím bất kỳ để làm tiếp.
        </div>
      ) : null}
    </>
  );
}

function useGeneralHotkeys(search: () => void, lock: () => void): void {
  const navigate = useNavigate();
  const queries = useQueryClient();
  useHotkey('search', search);
  useHotkey('lock', lock);
  useHotkey('help', () => void navigate({ to: '/tro-giup' }));
  useHotkey('new-dossier', () => void navigate({ to: '/tiep-nhan' }));
  useHotkey('refresh', () => void queries.invalidateQueries());
}

/** Banners come and go, so what sticks below the header asks for its height by `--header-height`. */
function useHeaderHeight() {
  const header = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = header;
    if (!current) return;
    const observer = new ResizeObserver(() =>
      document.documentElement.style.setProperty('--header-height', `${current.offsetHeight}px`),
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return header;
}

/** A new screen is announced and read from its start; the first screen keeps the focus the browser gave. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const seen = useRef(pathname);
  useEffect(() => {
    if (seen.current === pathname) return;
    seen.current = pathname;
    if (!main.current?.contains(document.activeElement)) main.current?.focus();
  }, [pathname]);
  return main;
}
