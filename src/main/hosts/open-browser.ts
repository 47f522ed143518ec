import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Browsers that can show one address as an application window, by platform, best first. */
const candidates: Readonly<Record<string, readonly string[]>> = {
  win32: [
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  linux: ['google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
};

/** The first installed browser that has an application window. */
export function findBrowser(platform: string, searchPath: string): string | undefined {
  return (candidates[platform] ?? [])
    .flatMap((name) =>
      path.isAbsolute(name)
        ? [name]
        : searchPath.split(path.delimiter).map((folder) => path.join(folder, name)),
    )
    .find((file) => existsSync(file));
}

/** Opens an address in its own window without a tab bar; the browser outlives this process. */
export function openAppWindow(browser: string, url: string): void {
  spawn(browser, [`--app=${url}`, '--window-size=1366,768'], { detached: true, stdio: 'ignore' }).unref();
}
