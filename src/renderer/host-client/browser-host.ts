import type { Host } from './host.ts';
import { withStyleNonce } from './style-nonce.ts';

/** The browser's own print dialog. It does not tell whether paper came out, so the clerk is asked. */
export const browserHost: Host = {
  kind: 'browser',
  async print(html) {
    await printInFrame(html);
    return 'unknown';
  },
  async savePdf(html) {
    await printInFrame(html);
    return 'by-print-dialog';
  },
};

/** Prints a page of its own in a hidden frame, so that the screen around it never reaches the paper. */
function printInFrame(html: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const frame = document.createElement('iframe');
    frame.title = 'Bản in';
    frame.setAttribute('aria-hidden', 'true');
    frame.style.cssText = 'position:fixed;left:-10000px;top:0;width:210mm;height:297mm;border:0';
    frame.addEventListener('load', () => {
      const page = frame.contentWindow;
      if (!page) {
        frame.remove();
        reject(new Error('the print frame has no window'));
        return;
      }
      const finish = (): void => {
        // Chromium reads the frame while its dialog is open; it may go only afterwards.
        window.setTimeout(() => frame.remove(), 0);
        resolve();
      };
      page.addEventListener('afterprint', finish, { once: true });
      void page.document.fonts.ready.then(() => page.print());
    });
    frame.srcdoc = withStyleNonce(html);
    document.body.append(frame);
  });
}
