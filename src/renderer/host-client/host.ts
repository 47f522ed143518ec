/** What the host does beyond the contract. A screen never asks which host it is; it asks what it can do. */
export type Host = {
  readonly kind: 'electron' | 'browser';
  /** Shows the print dialog for a whole HTML page and answers when the dialog closed. */
  print(html: string, options?: PrintOptions): Promise<'printed' | 'cancelled' | 'unknown'>;
  /** Saves the page as a PDF file; `by-print-dialog`: this host can only offer "save as PDF" of its print dialog. */
  savePdf(html: string, fileName: string): Promise<'saved' | 'cancelled' | 'by-print-dialog'>;
};

export type PrintOptions = { readonly copies?: number };

/** What Electron's preload exposes as `window.motCua`. The port arrives apart, by `window.postMessage`. */
export type ElectronBridge = {
  print(html: string, options: PrintOptions): Promise<'printed' | 'cancelled'>;
  savePdf(html: string, fileName: string): Promise<'saved' | 'cancelled'>;
};

/** Sent by the window when it is ready for its port; the preload answers {@link PORT_MESSAGE} with one port. */
export const WANT_PORT_MESSAGE = 'mot-cua:want-port';
export const PORT_MESSAGE = 'mot-cua:port';

declare global {
  interface Window {
    readonly motCua?: ElectronBridge;
  }
}
