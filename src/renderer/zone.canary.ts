/** Stops compiling when Node's types open the window's zone. */
// @ts-expect-error Node is not here
export type NoProcess = typeof process;
// @ts-expect-error Node is not here
export type NoBuffer = Buffer;
