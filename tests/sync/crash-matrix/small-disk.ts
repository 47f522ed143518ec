import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A place that fills up, and that can be made read-only. */
export type SmallDisk = {
  readonly folder: string;
  /** What stands for a disk: said in the table, so that nobody takes the one for the other. */
  readonly kind: 'tmpfs' | 'max_page_count' | 'chmod';
  makeReadOnly(): void;
  remove(): void;
};

/** A file system of a few megabytes; where this process may not mount, an ordinary folder. */
export function smallDisk(megabytes: number, instead: 'max_page_count' | 'chmod'): SmallDisk {
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-disk-'));
  const mount = (...args: readonly string[]): void => {
    execFileSync('mount', [...args, folder], { stdio: 'ignore' });
  };
  try {
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs');
  } catch {
    return ordinaryFolder(folder, instead);
  }
  return {
    folder,
    kind: 'tmpfs',
    makeReadOnly: () => mount('-o', 'remount,ro'),
    remove() {
      execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
      rmSync(folder, { recursive: true });
    },
  };
}

function ordinaryFolder(folder: string, kind: 'max_page_count' | 'chmod'): SmallDisk {
  return {
    folder,
    kind,
    makeReadOnly: () => changeModes(folder, 0o444, 0o555),
    remove() {
      changeModes(folder, 0o644, 0o755);
      rmSync(folder, { recursive: true });
    },
  };
}

function changeModes(folder: string, ofFiles: number, ofFolders: number): void {
  chmodSync(folder, 0o755);
  for (const each of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, each.name);
    if (each.isDirectory()) changeModes(place, ofFiles, ofFolders);
    else chmodSync(place, ofFiles);
  }
  chmodSync(folder, ofFolders);
}
