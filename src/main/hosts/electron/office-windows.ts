import type { BrowserWindow } from 'electron';
import type { CoreLink } from './core-link.ts';
import { APP_ORIGIN } from './origin.ts';

/** Where the windows of this application get their pages and their core from. */
export type OfficeWindows = {
  /** Origin of the pages; a window never leaves it. */
  readonly home: string;
  /** Whether the core lives in this application, so that it must outlive its windows. */
  readonly ownsCore: boolean;
  load(window: BrowserWindow): Promise<void>;
  /** @param contentsId of a window that was closed */
  closed(contentsId: number): void;
};

/** Pages of our own scheme, joined to the core of this application by message ports. */
export function ownWindows(core: CoreLink): OfficeWindows {
  return {
    home: APP_ORIGIN,
    ownsCore: true,
    load: (window) => window.loadURL(`${APP_ORIGIN}/`),
    closed: (contentsId) => core.disconnect(contentsId),
  };
}

/**
 * Pages of the service that already runs, by the session rules of a browser (decision 0004). They find their way back
 * by themselves when the service is started anew.
 * @param launchUrl opens one window
 */
export function attachedWindows(launchUrl: string): OfficeWindows {
  return {
    home: new URL(launchUrl).origin,
    ownsCore: false,
    load: (window) => window.loadURL(launchUrl),
    closed: () => undefined,
  };
}
