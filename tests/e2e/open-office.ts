import { afterAll } from 'vitest';
import { DeskWindows } from './desk-windows.ts';
import { OfficeUnderTest } from './office-under-test.ts';

/** How long something on its way to the city, or to another machine, may take. */
export const soon = { timeout: 60_000, interval: 250 };

/** The office of a test file and its windows; the city is not running yet. Both are closed after the last test. */
export async function openOffice(
  ...program: Parameters<typeof OfficeUnderTest.start>
): Promise<{ readonly office: OfficeUnderTest; readonly windows: DeskWindows }> {
  const office = await OfficeUnderTest.start(...program);
  afterAll(() => office[Symbol.asyncDispose]());
  const windows = await DeskWindows.of(office);
  afterAll(() => windows[Symbol.asyncDispose]());
  return { office, windows };
}
