import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { coreNodeFlags } from '#main/hosts/core-node-flags.ts';
import { findBrowser, openAppWindow } from '#main/hosts/open-browser.ts';
import { electronBinary } from './electron-binary.ts';
import { ensureElectronBundle } from './window-build.ts';

const root = path.resolve(import.meta.dirname, '..');

/**
 * Starts the window in Electron when its binary is installed; otherwise the loopback host, shown in an installed
 * browser's application window, or by its address. Says in one line which of the three it is.
 */
export async function startApp(environment: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const env = { ...process.env, ...environment };
  const electron = electronBinary();
  if (electron !== undefined) {
    ensureElectronBundle();
    return spawn(electron, [root], { env, stdio: 'inherit' });
  }
  console.log('Không có Electron trên máy này: mở cùng ứng dụng qua máy chủ cục bộ 127.0.0.1.');
  const entry = path.join(root, 'src/main/hosts/loopback/entry.ts');
  const child = spawn(process.execPath, [...coreNodeFlags, entry], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  showWindow(await launchUrlOf(child));
  return child;
}

function launchUrlOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+\/launch#\S+/.exec(output)?.[0];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`ứng dụng dừng khi khởi động (mã ${code})`)));
  });
}

function showWindow(url: string): void {
  const browser = process.env.MOT_CUA_NO_BROWSER
    ? undefined
    : findBrowser(process.platform, process.env.PATH ?? '');
  if (browser !== undefined) openAppWindow(browser, url);
  console.log(`Mở cửa sổ: ${url}`);
}
