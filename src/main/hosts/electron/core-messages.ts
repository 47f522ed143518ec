import type { Problem } from '#shared/kernel/problem.ts';
import type { HostConfig } from '../host-config.ts';

/** What the main process tells the core's utility process. A `window` message carries one message port. */
export type ToCore =
  | { readonly kind: 'start'; readonly config: HostConfig; readonly keyHex: string }
  | { readonly kind: 'window'; readonly name: string }
  /** Its person is signed out. */
  | { readonly kind: 'window-gone'; readonly name: string }
  | { readonly kind: 'stop' };

export type FromCore =
  | { readonly kind: 'ready' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };
