import { BrowserWindow, type Session, shell } from 'electron';
import { shippedFile } from '#main/ports/shipped-files.ts';
import { isOwnUrl, mayOpenOutside, mayUse } from './origin.ts';

type Options = {
  readonly show: boolean;
  readonly title: string;
  /** Origin of its pages. */
  readonly home: string;
};

/** The one way to make a window: sandboxed, isolated, without Node, and unable to leave our pages. */
export function secureWindow(options: Options): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: options.show,
    title: options.title,
    autoHideMenuBar: true,
    webPreferences: {
      preload: shippedFile('dist/electron/preload.cjs'),
      contextIsolation: true,
      nodeIntegration: false,
      sandbox: true,
      webSecurity: true,
      spellcheck: false,
    },
  });
  window.webContents.on('will-navigate', (event) => {
    if (!isOwnUrl(event.url, options.home)) event.preventDefault();
  });
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  window.webContents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
  return window;
}

/** Device permissions of our own page; every other page gets none. */
export function restrictPermissions(session: Session, home: string): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(mayUse(permission, details.requestingUrl, home)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    mayUse(permission, `${origin}/`, home),
  );
}
