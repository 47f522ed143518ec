import type { Instant } from './instant.ts';

/** The machine's clock, passed in. Its reading is a fact to show; order comes from sequences. */
export type Clock = { now(): Instant };
