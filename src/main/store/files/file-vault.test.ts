import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PIECE_BYTES } from '#shared/files/sealed-pieces.ts';
import { FileDamaged } from './file-damaged.ts';
import { type FileVault, openFileVault } from './file-vault.ts';

const key = Buffer.alloc(32, 9);

describe('the vault of files', () => {
  let folder: string;
  let vault: FileVault;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-vault-'));
    vault = openFileVault(folder, key);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function put(bytes: Buffer, step = bytes.length) {
    const writing = await vault.begin();
    for (let at = 0; at < bytes.length; at += step) await writing.write(bytes.subarray(at, at + step));
    const written = await writing.finish();
    return { sha256: written.sha256, size: written.size, wrappedKey: vault.keep(written) };
  }

  const placeOf = (sha256: string): string => path.join(folder, sha256.slice(0, 2), `${sha256}.bin`);

  it('gives back any part of what was written in any steps, under the hash of the plain bytes', async () => {
    const sizes = fc.oneof(
      fc.integer({ min: 1, max: 5_000 }),
      fc.constantFrom(PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 2 * PIECE_BYTES, 3 * PIECE_BYTES + 7),
    );
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), fc.nat(), async (size, step, offset, length) => {
        const bytes = randomBytes(size);
        const content = await put(bytes, 1 + (step % size));
        expect(content.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
        expect(vault.has(content)).toBe(true);
        await using reading = await vault.read(content);
        const [from, many] = [offset % size, 1 + (length % size)];
        expect(await reading.read(from, many)).toEqual(bytes.subarray(from, from + many));
      }),
      { numRuns: 40 },
    );
  });

  it('leaves nothing readable on the disk', async () => {
    const text = Buffer.from(`%PDF-1.7 ${'Nguyễn Thị Mẫu '.repeat(200)}`);
    const { sha256 } = await put(text);
    const stored = readFileSync(placeOf(sha256));
    expect(stored.includes('Mẫu')).toBe(false);
    expect(stored.includes('PDF')).toBe(false);
  });

  it('tells a changed byte, a missing end, swapped pieces and a missing file from the real one', async () => {
    const content = await put(randomBytes(2 * PIECE_BYTES + 100));
    const place = placeOf(content.sha256);
    const good = readFileSync(place);
    const damaged = async (): Promise<void> => {
      await expect(
        (async () => {
          await using reading = await vault.read(content);
          await reading.read(0, content.size);
        })(),
      ).rejects.toBeInstanceOf(FileDamaged);
    };
    const changed = Buffer.from(good);
    changed.writeUInt8(changed.readUInt8(PIECE_BYTES + 50) ^ 1, PIECE_BYTES + 50);
    writeFileSync(place, changed);
    await damaged();
    const sealed = PIECE_BYTES + 16;
    const [first, second, rest] = [
      good.subarray(0, sealed),
      good.subarray(sealed, 2 * sealed),
      good.subarray(2 * sealed),
    ];
    writeFileSync(place, Buffer.concat([second, first, rest]));
    await damaged();
    writeFileSync(place, good);
    truncateSync(place, good.length - 1);
    expect(vault.has(content)).toBe(false);
    await damaged();
    rmSync(place);
    await damaged();
  });

  it('is not opened by the key of another database', async () => {
    const content = await put(randomBytes(1000));
    await expect(openFileVault(folder, Buffer.alloc(32, 1)).read(content)).rejects.toBeInstanceOf(
      FileDamaged,
    );
  });

  it('forgets what was being written when the process ended', async () => {
    const writing = await vault.begin();
    await writing.write(randomBytes(3 * PIECE_BYTES));
    openFileVault(folder, key);
    expect(readdirSync(path.join(folder, 'unfinished'))).toEqual([]);
    await writing.discard();
  });
});
