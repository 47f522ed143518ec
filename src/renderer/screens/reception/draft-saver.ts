import type { CoreClient } from '#renderer/host-client/core-client.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';

export type Draft = Awaited<ReturnType<CoreClient['drafts']['get']>>;
export type DraftContent = Pick<Draft, 'facts' | 'components'>;

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  /** Typed after the last save; a save is due within {@link LONGEST_WAIT_MS}. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'saving' }
  /** Tried again by itself every {@link RETRY_MS}. */
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] }
  /** Another window saved a newer revision: nothing is written until a person decides. */
  | { readonly kind: 'stale'; readonly problems: readonly Problem[] }
  /** Received or thrown away elsewhere. */
  | { readonly kind: 'gone'; readonly problems: readonly Problem[] };

type Saved = { readonly revision: number; readonly savedAt: string };
export type Save = (content: DraftContent, revision: number) => Promise<Result<Saved, readonly Problem[]>>;

/** After the last key. */
export const PAUSE_MS = 400;
/** While somebody types without a pause; with the save itself it stays under one second. */
export const LONGEST_WAIT_MS = 800;
export const RETRY_MS = 2_000;

export type DraftSaver = {
  readonly state: () => SaveState;
  /** Tells that the content is now this; saved soon. */
  readonly change: (content: DraftContent) => void;
  /** Saves at once what is not saved; true when everything typed is on the disk. */
  readonly flush: () => Promise<boolean>;
  /** Goes on over a newer revision that a person chose to overwrite. */
  readonly continueFrom: (revision: number) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/**
 * Keeps a draft on the disk while it is typed: one save at a time, each naming the revision it saw. Nothing typed
 * waits longer than {@link LONGEST_WAIT_MS}.
 */
export function createDraftSaver(opened: { revision: number; savedAt: string }, save: Save): DraftSaver {
  let revision = opened.revision;
  let state: SaveState = { kind: 'saved', at: opened.savedAt };
  let unsaved: DraftContent | undefined;
  let oldestUnsavedAt = 0;
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function tell(next: SaveState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function schedule(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), wait);
  }

  async function write(content: DraftContent): Promise<void> {
    unsaved = undefined;
    tell({ kind: 'saving' });
    const result = await save(content, revision);
    if (result.ok) {
      revision = result.value.revision;
      tell(unsaved ? { kind: 'pending' } : { kind: 'saved', at: result.value.savedAt });
      return;
    }
    unsaved ??= content;
    tell({ kind: kindOf(result.error), problems: result.error });
    if (state.kind === 'failed') schedule(RETRY_MS);
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    if (running) await running;
    if (unsaved && !stopped(state)) {
      running = write(unsaved);
      await running;
      running = undefined;
    }
    return state.kind === 'saved';
  }

  return {
    state: () => state,
    change(content) {
      if (!unsaved) oldestUnsavedAt = Date.now();
      unsaved = content;
      if (stopped(state)) return;
      if (state.kind !== 'saving' && state.kind !== 'failed') tell({ kind: 'pending' });
      schedule(Math.min(PAUSE_MS, Math.max(0, oldestUnsavedAt + LONGEST_WAIT_MS - Date.now())));
    },
    flush,
    continueFrom(newer) {
      revision = newer;
      if (!unsaved) return;
      tell({ kind: 'pending' });
      schedule(0);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function kindOf(problems: readonly Problem[]): 'stale' | 'gone' | 'failed' {
  if (problems.some((each) => each.code === 'draft/stale')) return 'stale';
  return problems.some((each) => each.code === 'draft/not-found') ? 'gone' : 'failed';
}

function stopped(state: SaveState): boolean {
  return state.kind === 'stale' || state.kind === 'gone';
}
