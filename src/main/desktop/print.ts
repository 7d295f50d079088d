import type { WebContents } from 'electron';

/**
 * Prints what a page keeps for paper, after the system has asked where to. The page's print styles say what that is.
 *
 * @param pages the open windows' pages; the first is printed
 * @returns whether it went to a printer: not where that was called off, or there is none
 */
export function createPagePrinter(
  pages: () => readonly Pick<WebContents, 'print'>[],
): () => Promise<boolean> {
  return () =>
    new Promise((resolve) => {
      const [page] = pages();
      if (!page) return resolve(false);
      page.print({ printBackground: true }, (success) => resolve(success));
    });
}
