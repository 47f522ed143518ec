import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { sealedSize } from '#shared/files/sealed-pieces.ts';
import { FileReading } from '../files/file-reading.ts';
import type { FileVault } from '../files/file-vault.ts';
import type { KeptBytes } from '../files/kept-bytes.ts';
import type { CopiedFile } from './copy-content.ts';

/** Below a device's folder: sealed bytes of attached files as they lie in the vault, by hash. */
const FILES = 'tep';
const READ_BYTES = 1024 * 1024;

/** Bytes a copy does not hold yet. */
export type MissingBytes = { readonly files: number; readonly bytes: number };

/**
 * Brings the attached bytes of a copy up to date, one file after the other: whole under its name or not at all.
 * @param goOn asked before each file; those left are copied the next time
 * @param onMissing told after each file what is left
 */
export async function copyBytes(
  folder: string,
  files: readonly CopiedFile[],
  kept: KeptBytes,
  goOn: () => boolean,
  onMissing: (missing: MissingBytes) => void,
): Promise<void> {
  const own = path.join(folder, FILES);
  await mkdir(own, { recursive: true, mode: 0o700 });
  const there = new Set(await readdir(own));
  const missing = files.filter(({ sha256 }) => !there.has(nameOf(sha256)));
  const left = (from: number): MissingBytes => {
    const rest = missing.slice(from);
    return { files: rest.length, bytes: rest.reduce((sum, { size }) => sum + sealedSize(size), 0) };
  };
  onMissing(left(0));
  for (const [index, { sha256 }] of missing.entries()) {
    if (!goOn()) return;
    const part = path.join(own, `${nameOf(sha256)}.part`);
    await copyFile(kept.placeOf(sha256), part);
    await flush(part);
    await rename(part, path.join(own, nameOf(sha256)));
    onMissing(left(index + 1));
  }
  const wanted = new Set(files.map(({ sha256 }) => nameOf(sha256)));
  for (const name of there) if (!wanted.has(name)) await rm(path.join(own, name), { force: true });
}

/**
 * Takes a file of a copy into the vault of this machine, read through and checked by its hash.
 * @returns its key, wrapped for this machine; undefined when the copy does not have it whole
 */
export async function adoptBytes(
  folder: string,
  { sha256, size, key }: CopiedFile,
  vault: Pick<FileVault, 'begin' | 'keep' | 'forget'>,
): Promise<string | undefined> {
  const handle = await open(path.join(folder, FILES, nameOf(sha256))).catch(() => undefined);
  if (!handle) return undefined;
  await using reading = new FileReading(handle, Buffer.from(key, 'base64'), size);
  const writing = await vault.begin();
  try {
    for (let offset = 0; offset < size; offset += READ_BYTES)
      await writing.write(await reading.read(offset, READ_BYTES));
  } catch {
    await writing.discard();
    return undefined;
  }
  const written = await writing.finish();
  if (written.sha256 === sha256) return vault.keep(written);
  vault.forget(written);
  return undefined;
}

function nameOf(sha256: string): string {
  return `${sha256}.bin`;
}

async function flush(file: string): Promise<void> {
  await using handle = await open(file, 'r+');
  await handle.sync();
}
