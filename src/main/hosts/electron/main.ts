import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  app,
  type BrowserWindow,
  dialog,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  ipcMain,
  protocol,
} from 'electron';
import { shippedFile } from '#main/ports/shipped-files.ts';
import { contentSecurityPolicy, withNonce } from '../content-security.ts';
import { readHostConfig } from '../host-config.ts';
import { appFile } from './app-protocol.ts';
import { CoreLink } from './core-link.ts';
import { databaseKey } from './database-key.ts';
import { isOwnUrl } from './origin.ts';
import { PrintRoom } from './printing.ts';
import { openApp, restrictPermissions, secureWindow } from './secure-window.ts';
import { createTray } from './tray.ts';

/** The desktop application: one instance, one core in a utility process, one window, a tray that outlives it. */

const config = readHostConfig(process.env);
const pages = new Map<string, string>();
const printRoom = new PrintRoom(pages);
let window: BrowserWindow | undefined;
let quitting = false;
/** Nothing to show before the core is ready. */
let reopen = async (): Promise<void> => undefined;

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => void reopen());
  app.on('window-all-closed', () => undefined);
  void app.whenReady().then(run);
} else {
  app.quit();
}

async function run(): Promise<void> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const key = databaseKey(config.dataDir);
  if (typeof key === 'string') return fail([key]);
  const core = await CoreLink.start(config, key);
  if (!(core instanceof CoreLink)) return fail(core);

  protocol.handle('app', answer);
  ipcMain.on('want-port', (event) => {
    if (trusted(event)) core.connect(event.sender);
  });
  ipcMain.handle('print', (event, html: string, options: { readonly copies?: number }) =>
    trusted(event) ? printRoom.print(html, options.copies ?? 1) : 'cancelled',
  );
  ipcMain.handle('save-pdf', (event, html: string, fileName: string) =>
    trusted(event) ? printRoom.savePdf(html, path.basename(fileName)) : 'cancelled',
  );
  app.on('before-quit', (event) => {
    if (quitting) return;
    event.preventDefault();
    quitting = true;
    printRoom.close();
    void core.stop().then(() => app.quit());
  });
  createTray(shippedFile('build/icons/tray.png'), {
    open: () => void reopen(),
    quit: () => app.quit(),
  });
  reopen = () => show(core);
  await show(core);
}

async function show(core: CoreLink): Promise<void> {
  if (window === undefined || window.isDestroyed()) {
    window = secureWindow({ show: true, title: 'Một Cửa Hộ Tịch' });
    const contentsId = window.webContents.id;
    window.once('closed', () => core.disconnect(contentsId));
    restrictPermissions(window.webContents.session);
    await openApp(window);
  }
  window.show();
  window.focus();
}

/** Serves the window, and the pages in line to be printed, from our own scheme; nothing comes from outside. */
async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const nonce = randomBytes(16).toString('base64');
  const headers = {
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
  };
  const printed = pages.get(pathname);
  if (printed !== undefined) {
    return new Response(printed.replaceAll('<style', `<style nonce="${nonce}"`), {
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    });
  }
  const found = request.method === 'GET' ? appFile(request.url, config.rendererDir) : undefined;
  if (found === undefined) return new Response(null, { status: 404 });
  const body = await readFile(found.file);
  const content = found.file.endsWith('.html')
    ? withNonce(body.toString('utf8'), nonce)
    : new Uint8Array(body);
  return new Response(content, { headers: { ...headers, 'content-type': found.type } });
}

/** Only our own page's main frame may ask the host for anything. */
function trusted(event: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isOwnUrl(frame.url);
}

function fail(reasons: readonly string[]): void {
  dialog.showErrorBox('Một Cửa Hộ Tịch chưa mở được', reasons.join('\n'));
  app.quit();
}
