import type { FileWriting } from '#main/store/files/file-writing.ts';
import type { FileOwner } from '#main/store/files/types.ts';
import type { AccountId } from '#shared/kernel/ids.ts';

/** A file on its way from a window into the vault. */
export type Transfer = {
  readonly owner: FileOwner;
  readonly by: AccountId;
  readonly component: string;
  readonly label: string;
  /** Bytes announced. */
  readonly size: number;
  readonly writing: FileWriting;
};

/** A window that went away leaves its transfers behind; the oldest make room. */
const MOST = 16;

/** In memory only: a transfer that a restart cut is begun anew, and its temporary file is swept. */
export class Transfers {
  readonly #open = new Map<string, Transfer>();

  async add(id: string, transfer: Transfer): Promise<void> {
    const [oldest] = this.#open.keys();
    if (this.#open.size >= MOST && oldest !== undefined) await this.take(oldest)?.writing.discard();
    this.#open.set(id, transfer);
  }

  of(id: string, by: AccountId): Transfer | undefined {
    const found = this.#open.get(id);
    return found?.by === by ? found : undefined;
  }

  /** Whoever takes it finishes or discards it. */
  take(id: string): Transfer | undefined {
    const found = this.#open.get(id);
    this.#open.delete(id);
    return found;
  }

  async close(): Promise<void> {
    for (const id of [...this.#open.keys()]) await this.take(id)?.writing.discard();
  }
}
