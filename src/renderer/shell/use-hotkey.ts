import { useEffect, useRef } from 'react';
import { type HotkeyId, hotkeys } from './hotkeys.ts';

type Binding = { readonly id: HotkeyId; readonly run: () => void };

/** Bound handlers, oldest first; of two for one shortcut the newest wins, so that a dialog overrides its screen. */
const bindings: Binding[] = [];
let suspensions = 0;

/** Binds a shortcut of the table while the component is on screen and `enabled`. */
export function useHotkey(id: HotkeyId, handler: () => void, enabled = true): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!enabled) return;
    const binding: Binding = { id, run: () => latest.current() };
    // Before any input sees the key: an open list of suggestions would keep Alt+↓ for itself.
    if (bindings.length === 0) window.addEventListener('keydown', onKeyDown, true);
    bindings.push(binding);
    return () => {
      bindings.splice(bindings.indexOf(binding), 1);
      if (bindings.length === 0) window.removeEventListener('keydown', onKeyDown, true);
    };
  }, [id, enabled]);
}

/** No shortcut works while a component that uses this is on screen: the lock. */
export function useSuspendedHotkeys(): void {
  useEffect(() => {
    suspensions += 1;
    return () => {
      suspensions -= 1;
    };
  }, []);
}

function onKeyDown(event: KeyboardEvent): void {
  if (suspensions > 0 || event.isComposing) return;
  const binding = bindings.findLast(({ id }) => hotkeys[id].keys.some((keys) => pressed(keys, event)));
  if (!binding) return;
  event.preventDefault();
  event.stopPropagation();
  binding.run();
}

function pressed(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  if (parts.includes('Ctrl') !== event.ctrlKey || parts.includes('Alt') !== event.altKey) return false;
  if (event.metaKey || (event.shiftKey && key.length > 1)) return false;
  if (key.length === 1 && parts.length === 1 && isTyping(event.target)) return false;
  // The Vietnamese keyboard layout types letters on the digit row: there the place of the key counts.
  if (/^\d$/.test(key)) return event.code === `Digit${key}`;
  return event.key.toLowerCase() === key.toLowerCase();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
