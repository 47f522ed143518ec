import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import { APP_ORIGIN } from './origin.ts';
import { secureWindow } from './secure-window.ts';

/** Pages waiting to be printed, by address: served by our own protocol so that their fonts load. */
export type PrintPages = Map<string, string>;

/**
 * Prints and saves papers in one hidden window that is kept: a new page costs about a second on office PCs.
 * Jobs go one after the other.
 */
export class PrintRoom {
  readonly #pages: PrintPages;
  #window: BrowserWindow | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(pages: PrintPages) {
    this.#pages = pages;
  }

  /** Opens the system's print dialog for a page at its real size. */
  print(html: string, copies: number): Promise<'printed' | 'cancelled'> {
    return this.#onPage(
      html,
      (window) =>
        new Promise((resolve) => {
          window.webContents.print(
            {
              silent: false,
              printBackground: true,
              copies,
              scaleFactor: 100,
              margins: { marginType: 'none' },
            },
            (printed) => resolve(printed ? 'printed' : 'cancelled'),
          );
        }),
    );
  }

  /** Asks where, then writes a tagged PDF at the page's own size. */
  savePdf(html: string, fileName: string): Promise<'saved' | 'cancelled'> {
    return this.#onPage(html, async (window) => {
      const chosen = await dialog.showSaveDialog({
        defaultPath: fileName,
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      });
      if (chosen.canceled || chosen.filePath === '') return 'cancelled';
      const pdf = await window.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
      });
      await writeFile(chosen.filePath, pdf);
      return 'saved';
    });
  }

  close(): void {
    this.#window?.destroy();
  }

  #onPage<T>(html: string, job: (window: BrowserWindow) => Promise<T>): Promise<T> {
    const run = this.#queue.then(async () => {
      this.#window ??= secureWindow({ show: false, title: 'Bản in', home: APP_ORIGIN });
      // Beside the window, because a page asks for its fonts by an address relative to its own.
      const address = `/print-${randomUUID()}.html`;
      this.#pages.set(address, html);
      try {
        await this.#window.loadURL(`${APP_ORIGIN}${address}`);
        return await job(this.#window);
      } finally {
        this.#pages.delete(address);
      }
    });
    this.#queue = run.catch(() => undefined);
    return run;
  }
}
