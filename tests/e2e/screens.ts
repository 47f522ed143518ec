import path from 'node:path';
import type { Page } from 'playwright-core';

const folder = path.resolve(import.meta.dirname, '../../docs/screens');
/** A test run leaves the pictures of the documents alone unless it is asked for new ones. */
const wanted = process.env.MOT_CUA_SCREENS === '1';

/** Takes the picture `docs/screens/<name>.png` of what a person sees now, once answers have come and toasts gone. */
export async function takeScreen(page: Page, name: string): Promise<void> {
  if (!wanted) return;
  for (const passing of ['.mantine-Notification-root', '.mantine-Skeleton-root'])
    await page.locator(passing).first().waitFor({ state: 'detached' });
  await page.mouse.move(0, 0);
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
}
