/**
 * Stops compiling when a type import opens this zone to Node or the browser without anyone noticing: each line
 * names a global that must not exist here.
 */
// @ts-expect-error Node is not here
export type NoProcess = typeof process;
// @ts-expect-error Node is not here
export type NoBuffer = Buffer;
// @ts-expect-error the browser is not here
export type NoWindow = typeof window;
// @ts-expect-error no log without being handed one
export type NoConsole = typeof console;
// @ts-expect-error no timer without being handed one
export type NoTimer = typeof setTimeout;
// @ts-expect-error no network
export type NoFetch = typeof fetch;
