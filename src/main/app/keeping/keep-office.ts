import type { App } from '../app.ts';
import { assignCodes } from './assign-codes.ts';
import { closeCodeBlocks } from './close-code-blocks.ts';
import { followGrants } from './follow-grants.ts';

/** Commits after which there may be something to do; typing a draft is none of them. */
const topics = ['dossiers', 'register', 'administration'] as const;

export type Keeping = { start(): void; stop(): void };

/**
 * Does what follows by itself from what the office and the city did: codes for dossiers that wait for one, blocks of
 * a day that is over, late numbers that were settled. Each turn is one transaction after the commit that called for
 * it, and a turn with nothing to do writes nothing.
 * @param later takes a turn once the commit that called for it is over
 */
export function keepOffice(app: App, later: (turn: () => void) => void = setImmediate): Keeping {
  let isDue = false;
  let stopListening: (() => void) | undefined;

  function turn(): void {
    isDue = false;
    if (!stopListening) return;
    try {
      app.store.write((writer) => {
        closeCodeBlocks(app, writer);
        followGrants(app, writer);
        assignCodes(app, writer);
      });
    } catch (error) {
      app.onBug(error);
    }
  }

  function soon(): void {
    if (isDue) return;
    isDue = true;
    later(turn);
  }

  return {
    start() {
      stopListening ??= app.store.onCommit((touched) => {
        if (topics.some((topic) => touched.has(topic))) soon();
      });
      soon();
    },
    stop() {
      stopListening?.();
      stopListening = undefined;
    },
  };
}
