import type { FileVault } from '#main/store/files/file-vault.ts';
import type { FileContent } from '#main/store/files/types.ts';
import type { Store } from '#main/store/types.ts';
import { FILE_REQUEST_BYTES } from '#shared/files/file-limits.ts';
import type { ErrorCode } from '#shared/kernel/error-codes.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { FileClient } from './file-client.ts';

/** A line that breaks in the middle of a file is tried again from where it broke. */
const MOST_TRIES = 5;

/** Brings the bytes of files that other machines attached, when somebody opens them. */
export class FileDownloads {
  readonly #store: Store;
  readonly #vault: FileVault;
  readonly #running = new Map<string, Promise<Result<void, ErrorCode>>>();

  constructor(store: Store, vault: FileVault) {
    this.#store = store;
    this.#vault = vault;
  }

  /** @returns `file/not-found`, `file/not-arrived`, `file/hash-mismatch`, or what is wrong with the line */
  fetch(client: FileClient, sha256: string): Promise<Result<void, ErrorCode>> {
    const running = this.#running.get(sha256);
    if (running) return running;
    const begun = this.#fetch(client, sha256).finally(() => this.#running.delete(sha256));
    this.#running.set(sha256, begun);
    return begun;
  }

  async #fetch(client: FileClient, sha256: string): Promise<Result<void, ErrorCode>> {
    const content = this.#store.read((reader) => reader.files.content(sha256));
    if (!content) return err('file/not-found');
    if (this.#vault.has(content)) return ok(undefined);
    const writing = await this.#vault.begin();
    let tries = 0;
    while (writing.size < content.size) {
      const length = Math.min(FILE_REQUEST_BYTES, content.size - writing.size);
      const part = await client.fetch(sha256, writing.size, length);
      if (part.ok) {
        await writing.write(part.value);
        continue;
      }
      tries += 1;
      const isLine = 'fault' in part.error && part.error.fault.code === 'sync/unreachable';
      if (isLine && tries < MOST_TRIES) continue;
      await writing.discard();
      return err('fault' in part.error ? part.error.fault.code : 'file/not-arrived');
    }
    const written = await writing.finish();
    if (written.sha256 !== sha256) {
      await writing.discard();
      return err('file/hash-mismatch');
    }
    this.#keep(content, this.#vault.keep(written));
    return ok(undefined);
  }

  #keep(content: FileContent, wrappedKey: string): void {
    this.#store.write((writer) => {
      writer.files.keepContent({ ...content, wrappedKey }, 1);
      writer.files.saveUpload(content.sha256, { state: 'accepted', uploadUrl: '', reason: '' });
    });
  }
}
