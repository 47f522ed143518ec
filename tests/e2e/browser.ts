import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/**
 * A headless Chromium that needs no installation: the one inside the npm package, or the one named by CHROMIUM.
 * Background services are off: the tests run on machines with no way out.
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env['CHROMIUM'];
  const executablePath = named !== undefined && existsSync(named) ? named : await sparticuz.executablePath();
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      ...sparticuz.args.filter((arg) => !arg.startsWith('--headless') && arg !== '--single-process'),
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
