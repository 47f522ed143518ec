import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A disk of a few megabytes that fills up, and that can be made read-only. */
export type SmallDisk = {
  readonly folder: string;
  makeReadOnly(): void;
  remove(): void;
};

/** @returns undefined where this process may not mount */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-disk-'));
  const mount = (...args: readonly string[]): void => {
    execFileSync('mount', [...args, folder], { stdio: 'ignore' });
  };
  try {
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs');
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return {
    folder,
    makeReadOnly: () => mount('-o', 'remount,ro'),
    remove() {
      execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
      rmSync(folder, { recursive: true });
    },
  };
}
