import type { ExportFile } from '#main/ports/export-file.ts';
import type { AccountId } from '#shared/kernel/ids.ts';

/** A window that went away leaves its export behind; the oldest makes room. */
const MOST = 4;

/** Exports that windows are reading. In memory only: one that a restart cut is made anew. */
export class OpenExports {
  readonly #open = new Map<string, { readonly by: AccountId; readonly file: ExportFile }>();

  add(by: AccountId, file: ExportFile): void {
    const [oldest] = this.#open.keys();
    if (this.#open.size >= MOST && oldest !== undefined) this.#open.delete(oldest);
    this.#open.set(file.id, { by, file });
  }

  of(id: string, by: AccountId): ExportFile | undefined {
    const found = this.#open.get(id);
    return found?.by === by ? found.file : undefined;
  }
}
