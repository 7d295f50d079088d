import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { logged } from './pages.ts';

/** The page History, in English. */
export const inHistory = {
  search: (page: Page): Locator => page.getByRole('textbox', { name: 'Search the history' }),
  /** How many sessions were found. */
  found: (page: Page): Locator => page.locator('[data-test=found]'),
  measured: (page: Page): Locator => page.locator('[data-test=measured]'),
  list: (page: Page): Locator => page.getByRole('grid', { name: 'Sessions found' }),
  lines: (page: Page): Locator => page.locator('[data-line]'),
  /** The button of a filter, whatever is chosen. */
  filter: (page: Page, name: string): Locator =>
    page.getByRole('button', { name: new RegExp(`^${name}(:|$)`) }),
  panel: (page: Page): Locator => page.getByRole('complementary'),
};

/** Turns to the history, once somebody is signed in. */
export async function turnToHistory(page: Page): Promise<void> {
  await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
  await page.keyboard.press('Control+2');
}

/** Turns to the history and waits until all of it is there. */
export async function toHistory(page: Page): Promise<void> {
  await turnToHistory(page);
  await expect(inHistory.found(page)).toHaveText(/^[1-9]/);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  let last = '';
  const stands = async (): Promise<boolean> => {
    const before = last;
    last = await inHistory.found(page).innerText();
    return last === before;
  };
  await expect.poll(stands, { intervals: [750] }).toBe(true);
}

/** Text that was put onto the clipboard. */
export function clipboardText(app: ElectronApplication): Promise<string> {
  return app.evaluate(async ({ clipboard }) => clipboard.readText());
}
