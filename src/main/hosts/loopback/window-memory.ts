import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a host needs of the one before it so that open windows find it again. */
export type WindowMemory = {
  readonly port: number;
  /** Hashes of cookies, never a cookie. */
  readonly windows: readonly string[];
};

const FILE = 'windows.json';

/** @returns undefined when nothing, or nothing readable, was kept: windows are opened anew then */
export function readWindowMemory(dataDir: string): WindowMemory | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path.join(dataDir, FILE), 'utf8'));
    return isWindowMemory(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all. */
export function saveWindowMemory(dataDir: string, memory: WindowMemory): void {
  const file = path.join(dataDir, FILE);
  writeFileSync(`${file}.new`, JSON.stringify(memory), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function isWindowMemory(value: unknown): value is WindowMemory {
  return (
    typeof value === 'object' &&
    value !== null &&
    'port' in value &&
    Number.isInteger(value.port) &&
    'windows' in value &&
    Array.isArray(value.windows) &&
    value.windows.every((each) => typeof each === 'string')
  );
}
