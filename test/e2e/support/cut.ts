import type { Page } from '@playwright/test';

/** What reaches out of the window, or is cut without a sign of it. */
export function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll('main *')].filter((element) => {
      const inList = element.closest('[role=grid]');
      return !inList && !element.closest('.sr-only, [aria-hidden=true]');
    });
    return shown.flatMap((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const out = width > 1 && (left < -1 || right > innerWidth + 1);
      return out ? [`${element.tagName} ${element.textContent?.trim().slice(0, 60)}`] : [];
    });
  });
}
