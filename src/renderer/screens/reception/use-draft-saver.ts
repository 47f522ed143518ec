import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useCore } from '#renderer/host-client/core.ts';
import { problemsOf } from '#renderer/host-client/problems-of.ts';
import { err, ok } from '#shared/kernel/result.ts';
import {
  createDraftSaver,
  type Draft,
  type DraftContent,
  type DraftSaver,
  type SaveState,
} from './draft-saver.ts';

/** Saves what the form holds, soon after each change and at once when the window is left. */
export function useDraftSaver(draft: Draft, content: DraftContent): { saver: DraftSaver; state: SaveState } {
  const core = useCore();
  const [saver] = useState(() =>
    createDraftSaver(draft, async (next, revision) => {
      try {
        return ok(await core.drafts.save({ draftId: draft.draftId, revision, ...next }));
      } catch (error) {
        return err(problemsOf(error));
      }
    }),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.state);

  const known = useRef(content);
  useEffect(() => {
    if (known.current === content) return;
    known.current = content;
    saver.change(content);
  }, [saver, content]);

  useEffect(() => {
    const leave = (): void => void saver.flush();
    const close = (event: BeforeUnloadEvent): void => {
      leave();
      // A browser asks the person; Electron's host waits for the save and then asks.
      if (saver.state().kind !== 'saved') event.preventDefault();
    };
    window.addEventListener('blur', leave);
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('beforeunload', close);
    return () => {
      window.removeEventListener('blur', leave);
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('beforeunload', close);
      void saver.flush();
    };
  }, [saver]);

  return { saver, state };
}
