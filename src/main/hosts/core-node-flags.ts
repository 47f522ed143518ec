/**
 * How Node runs a core: with a young heap of 8 MB. Left alone it grows to 128 MB while modules load or a feed comes
 * in, and stays; a core spends its time in SQLite and is no slower for it.
 */
export const coreNodeFlags: readonly string[] = ['--max-semi-space-size=4'];
