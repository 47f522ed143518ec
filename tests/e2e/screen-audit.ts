import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { DESK } from './desk-windows.ts';

const LEVEL_AA = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } as const;
/** All that another colour scheme can spoil. */
const CONTRAST = { type: 'rule', values: ['color-contrast'] } as const;

/** A page at 200 % has half the room each way. */
const AT_200_PERCENT = { width: Math.floor(DESK.width / 2), height: Math.floor(DESK.height / 2) };

/**
 * What is wrong with the screen as it stands: WCAG 2.2 AA by axe in light and dark, and sideways scrolling at the
 * desk's size and at 200 %. Frames are left out: they show printed paper, which has no screen rules.
 */
export async function auditScreen(page: Page): Promise<readonly string[]> {
  const found = [
    ...(await axeFindings(page, 'light', LEVEL_AA)),
    ...(await axeFindings(page, 'dark', CONTRAST)),
  ];
  await page.emulateMedia({ colorScheme: 'light' });
  found.push(...(await sidewaysScroll(page, 'at 1366 pixels')));
  await page.setViewportSize(AT_200_PERCENT);
  found.push(...(await sidewaysScroll(page, 'at 200 %')));
  await page.setViewportSize(DESK);
  return found;
}

async function axeFindings(
  page: Page,
  colorScheme: 'light' | 'dark',
  runOnly: typeof LEVEL_AA | typeof CONTRAST,
): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>, typeof runOnly>(
    (rules) =>
      Reflect.get(window, 'axe').run(document, {
        runOnly: rules,
        iframes: false,
        resultTypes: ['violations'],
      }),
    runOnly,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${colorScheme}: ${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}

export async function sidewaysScroll(page: Page, when: string): Promise<readonly string[]> {
  const { room, needed } = await page.evaluate(() => ({
    room: document.documentElement.clientWidth,
    needed: document.documentElement.scrollWidth,
  }));
  return needed > room ? [`scrolls sideways ${when}: ${needed} > ${room}`] : [];
}

/** Walks the tab order, and names each stop whose focus cannot be seen: no outline, or covered by something else. */
export async function unseenFocus(page: Page, stops: number): Promise<readonly string[]> {
  const unseen: string[] = [];
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab');
    const trouble = await page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement) || at === document.body) return undefined;
      const name = `${at.tagName.toLowerCase()} “${at.getAttribute('aria-label') ?? at.id} ${at.textContent.trim().slice(0, 40)}”`;
      const outlined = (each: Element | null): boolean =>
        each !== null && getComputedStyle(each).outlineStyle !== 'none';
      if (!outlined(at) && !outlined(at.parentElement)) return `${name} has no outline`;
      const box = at.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) return undefined;
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 20) / 2);
      const own = top !== null && (at.contains(top) || top.contains(at) || top.closest('label') !== null);
      return own ? undefined : `${name} is covered by ${top?.className ?? 'the edge of the window'}`;
    });
    if (trouble !== undefined) unseen.push(trouble);
  }
  return unseen;
}
