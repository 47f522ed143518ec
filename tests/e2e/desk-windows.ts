import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import type { OfficeUnderTest } from './office-under-test.ts';
import { LoginPage } from './pages/login-page.ts';

/** The smallest screen of a desk. */
export const DESK = { width: 1366, height: 768 } as const;

/** The text a browser logs by itself for an answer that is no success. */
const NETWORK_LOG = /^Failed to load resource: (.*)$/;

/** The windows of a test: each in a browser context of its own, as on machines of their own, all watched for complaints. */
export class DeskWindows implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #office: OfficeUnderTest;
  readonly #contexts: BrowserContext[] = [];
  /** Windows whose core was taken away and that have not been opened again. */
  readonly #orphans = new Set<Page>();
  #complaints: string[] = [];

  private constructor(browser: Browser, office: OfficeUnderTest) {
    this.#browser = browser;
    this.#office = office;
  }

  static async of(office: OfficeUnderTest): Promise<DeskWindows> {
    return new DeskWindows(await launchBrowser(), office);
  }

  async open(): Promise<LoginPage> {
    const context = await this.#browser.newContext({
      viewport: DESK,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      reducedMotion: 'reduce',
      colorScheme: 'light',
    });
    this.#contexts.push(context);
    context.setDefaultTimeout(20_000);
    // A headless browser has no printer: the dialog "closes" at once.
    await context.addInitScript(() => {
      window.print = () => window.dispatchEvent(new Event('afterprint'));
    });
    const page = await context.newPage();
    this.#watch(page);
    return this.reopen(page);
  }

  /** What a person does when the window lost its core: starts the application again. */
  async reopen(page: Page): Promise<LoginPage> {
    await page.goto(await this.#office.launchUrl());
    await page.waitForURL(`${this.#office.origin}/`);
    this.#orphans.delete(page);
    return new LoginPage(page);
  }

  pages(): readonly Page[] {
    return this.#contexts.flatMap((context) => context.pages());
  }

  /** Kills the core under every window. Until a window is opened again, calls it cannot make are no complaint. */
  async loseCore(): Promise<void> {
    for (const page of this.pages()) this.#orphans.add(page);
    await this.#office.killCore();
  }

  /** Stray warnings and errors of every window since the last look; a refused call (422) is an answer, not an error. */
  takeComplaints(): readonly string[] {
    const taken = this.#complaints;
    this.#complaints = [];
    return taken;
  }

  async closeAll(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
    this.#orphans.clear();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
  }

  #watch(page: Page): void {
    page.on('console', (message) => {
      if (!['warning', 'error', 'assert'].includes(message.type())) return;
      if (this.#isExpected(message, page)) return;
      this.#complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.#complaints.push(`page error: ${error.stack ?? error.message}`));
    page.on('crash', () => this.#complaints.push('the page crashed'));
  }

  #isExpected(message: ConsoleMessage, page: Page): boolean {
    const about = NETWORK_LOG.exec(message.text())?.[1];
    if (about === undefined) return false;
    const refused = message.location().url.includes('/rpc/') && about.includes('422');
    return refused || (this.#orphans.has(page) && /net::ERR_|401/.test(about));
  }
}
