import { useEffect, useState } from 'react';

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** Shortcuts are taken before they reach the page, and are signs of life too. */
const WATCH = { passive: true, capture: true } as const;
/** How long before locking the person is told. */
export const LOCK_WARNING_MS = 30_000;
const LOOK_EVERY_MS = 1_000;

/**
 * Locks after `minutes` without a key or a pointer; answers whether that is about to happen. The time is read
 * from the clock at each look, because a sleeping machine stops timers.
 */
export function useAutoLock(minutes: number, lock: () => void, enabled: boolean): boolean {
  const [aboutToLock, setAboutToLock] = useState(false);
  useEffect(() => {
    if (!enabled) return;
    let lastSign = Date.now();
    let locked = false;
    const alive = (): void => {
      lastSign = Date.now();
      setAboutToLock(false);
    };
    const look = (): void => {
      const left = minutes * 60_000 - (Date.now() - lastSign);
      setAboutToLock(left > 0 && left <= LOCK_WARNING_MS);
      if (left > 0 || locked) return;
      locked = true;
      lock();
    };
    const timer = window.setInterval(look, LOOK_EVERY_MS);
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, WATCH);
    return () => {
      window.clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive, WATCH);
      setAboutToLock(false);
    };
  }, [minutes, lock, enabled]);
  return aboutToLock;
}
