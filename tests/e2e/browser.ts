import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Without web security a page's requests carry no Origin, and the loopback host refuses them. */
const unwanted = [
  '--headless',
  '--single-process',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--disable-site-isolation-trials',
];

/**
 * A headless Chromium that needs no installation: the one inside the npm package, or the one named by CHROMIUM.
 * Background services are off: the tests run on machines with no way out.
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM;
  const executablePath = named !== undefined && existsSync(named) ? named : await sparticuz.executablePath();
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      ...sparticuz.args.filter((arg) => !unwanted.some((each) => arg.startsWith(each))),
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
