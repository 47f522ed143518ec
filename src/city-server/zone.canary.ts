/** Stops compiling when the browser's types open this Node zone. */
// @ts-expect-error the browser is not here
export type NoWindow = typeof window;
// @ts-expect-error the browser is not here
export type NoElement = HTMLElement;
