import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SyncLine } from './sync-line.ts';

/** A line with what it went over and the day it was measured, as `bench/results/sync.json` keeps it. */
export type KeptLine = SyncLine & { readonly over: string; readonly on: string };

const file = path.resolve(import.meta.dirname, '../results/sync.json');

/** Puts a line in the place of the one that the same contender had over the same, and leaves the others. */
export function keepLine(line: KeptLine): void {
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly KeptLine[]) : [];
  const at = known.findIndex(({ id, over }) => id === line.id && over === line.over);
  const lines = at === -1 ? [...known, line] : known.with(at, line);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(lines, null, 2)}\n`);
}
