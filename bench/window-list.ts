import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { coreNodeFlags } from '#main/hosts/core-node-flags.ts';
import { ensureWindow, rendererDir } from '#scripts/window-build.ts';
import { launchBrowser } from '#tests/e2e/browser.ts';
import { LoginPage } from '#tests/e2e/pages/login-page.ts';
import { figure, type Subject } from './figure.ts';
import { median } from './statistics.ts';

const ROUNDS = 9;
const HOST = path.resolve(import.meta.dirname, '../src/main/hosts/loopback/entry.ts');

/**
 * The list of all dossiers in a real browser, served by the loopback host: from the start of the page to rows that can
 * be chosen, its first paint on the way there, and what its scripts hold when garbage is gone.
 */
export const windowList: Subject = {
  ids: ['window.list.ready', 'window.list.first-paint', 'window.heap'],
  async measure({ office }) {
    ensureWindow();
    await using cleanup = new AsyncDisposableStack();
    const host = cleanup.adopt(await startHost(await office(150_000)), (each) => each.stop());
    const browser = cleanup.adopt(await launchBrowser(), (each) => each.close());
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
    await page.goto(host.launchUrl);
    const desk = await new LoginPage(page).signIn('hotich');
    await desk.worklist('Tất cả');
    const shown: { readonly ready: number; readonly firstPaint: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.reload({ waitUntil: 'commit' });
      await page.getByRole('grid').getByRole('row').nth(10).waitFor();
      shown.push(await page.evaluate(timesOfPage));
    }
    return [
      figure('window.list.ready', median(shown.map((each) => each.ready)), 'ms'),
      figure('window.list.first-paint', median(shown.map((each) => each.firstPaint)), 'ms'),
      figure('window.heap', (await heapBytes(page)) / 2 ** 20, 'MiB'),
    ];
  },
};

/** Runs in the page. */
function timesOfPage(): { readonly ready: number; readonly firstPaint: number } {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return { ready: performance.now(), firstPaint: paint?.startTime ?? Number.NaN };
}

async function heapBytes(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  return (await devtools.send('Runtime.getHeapUsage')).usedSize;
}

/** The application as a desk runs it, in a process of its own, over a demo office that is already there. */
async function startHost(dataDir: string): Promise<{ readonly launchUrl: string; stop(): Promise<void> }> {
  const host = spawn(process.execPath, [...coreNodeFlags, HOST], {
    env: {
      ...process.env,
      MOT_CUA_MODE: 'demo',
      MOT_CUA_DATA_DIR: dataDir,
      MOT_CUA_RENDERER_DIR: rendererDir,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(host, 'exit');
  const [line] = await once(host.stdout, 'data');
  const launchUrl = /http\S+/.exec(String(line))?.[0];
  if (launchUrl === undefined) throw new Error(`the host gives no window: ${line}`);
  return {
    launchUrl,
    async stop() {
      host.kill('SIGTERM');
      await gone;
    },
  };
}
