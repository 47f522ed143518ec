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
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import { attachOrStart } from '../attach-or-start.ts';
import { contentSecurityPolicy, withNonce } from '../content-security.ts';
import { readHostConfig } from '../host-config.ts';
import { appFile } from './app-protocol.ts';
import { CoreLink } from './core-link.ts';
import { databaseKey } from './database-key.ts';
import { letPageSave } from './let-page-save.ts';
import { attachedWindows, type OfficeWindows, ownWindows } from './office-windows.ts';
import { isOwnUrl } from './origin.ts';
import { PrintRoom } from './printing.ts';
import { restrictPermissions, secureWindow } from './secure-window.ts';
import { createTray } from './tray.ts';

/**
 * The desktop application: one instance, one window. Its core is the service of this machine where one runs, and
 * otherwise a utility process of its own, which a tray keeps when the window is closed.
 */

const config = readHostConfig(process.env);
const pages = new Map<string, string>();
const printRoom = new PrintRoom(pages);
let window: BrowserWindow | undefined;
let quitting = false;
let quitsAfterClosing = false;
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
  const running = await attachOrStart(config, startCore);
  if (!running.ok) return fail(running.error);
  const { value } = running;
  const windows = value.kind === 'attached' ? attachedWindows(value.launchUrl) : ownWindows(value.core);
  // In both cases papers are printed from pages of our own scheme.
  protocol.handle('app', answer);
  const trusted = (event: IpcMainEvent | IpcMainInvokeEvent): boolean => isFromOwnPage(event, windows.home);
  ipcMain.handle('print', (event, html: string, options: { readonly copies?: number }) =>
    trusted(event) ? printRoom.print(html, options.copies ?? 1) : 'cancelled',
  );
  ipcMain.handle('save-pdf', (event, html: string, fileName: string) =>
    trusted(event) ? printRoom.savePdf(html, path.basename(fileName)) : 'cancelled',
  );
  if (value.kind === 'started') keepCore(value.core, trusted);
  reopen = () => show(windows);
  await show(windows);
}

async function startCore(): Promise<Result<CoreLink>> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const key = databaseKey(config.dataDir);
  return key.ok ? CoreLink.start(config, key.value) : key;
}

/** The core of this application answers its windows, and goes on sending when they are closed. */
function keepCore(core: CoreLink, trusted: (event: IpcMainEvent) => boolean): void {
  ipcMain.on('want-port', (event) => {
    if (trusted(event)) core.connect(event.sender);
  });
  app.on('before-quit', (event) => {
    if (quitting) return;
    event.preventDefault();
    // The window first: its page saves what was typed, for which it needs the core.
    quitsAfterClosing = window !== undefined && !window.isDestroyed();
    if (quitsAfterClosing) return window?.close();
    quitting = true;
    printRoom.close();
    void core.stop().then(() => app.quit());
  });
  createTray(shippedFile('build/icons/tray.png'), {
    open: () => void reopen(),
    quit: () => app.quit(),
  });
}

async function show(windows: OfficeWindows): Promise<void> {
  if (window === undefined || window.isDestroyed()) {
    window = secureWindow({ show: true, title: 'Một Cửa Hộ Tịch', home: windows.home });
    const contentsId = window.webContents.id;
    window.once('closed', () => {
      windows.closed(contentsId);
      if (!windows.ownsCore || quitsAfterClosing) app.quit();
    });
    letPageSave(window, () => {
      quitsAfterClosing = false;
    });
    restrictPermissions(window.webContents.session, windows.home);
    await windows.load(window);
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
function isFromOwnPage({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent, home: string): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnUrl(senderFrame.url, home);
}

function fail(problems: readonly Problem[]): void {
  const text = problems.map(({ message, code }) => `${message} [${code}]`).join('\n');
  dialog.showErrorBox('Một Cửa Hộ Tịch chưa mở được', text);
  app.quit();
}
