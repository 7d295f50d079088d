import type { Page } from 'playwright';

/** What runs within the page to see what somebody at the screen would see. */

/**
 * Presses a key in the search field.
 *
 * @param text what stands in the field then; rows are those found by it once it is marked in them
 * @returns from the key going down until the frame that shows those rows has been painted, ms
 */
export async function paintedAfter(page: Page, key: string, text: string): Promise<number> {
  const painted = page.evaluate(
    async ({ wanted, patience }) =>
      await new Promise<number>((resolve, reject) => {
        let pressed = Number.NaN;
        const grid = document.querySelector('[role=grid]');
        if (!grid) return reject(new Error('there is no table'));
        const timer = setTimeout(() => reject(new Error(`no rows with "${wanted}"`)), patience);
        addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), {
          capture: true,
          once: true,
        });
        const isShown = () => {
          const marks = [...grid.querySelectorAll('mark')];
          if (wanted === '') return marks.length === 0;
          return marks.some((mark) => mark.textContent.toLowerCase() === wanted);
        };
        const observer = new MutationObserver(() => {
          if (!isShown()) return;
          observer.disconnect();
          clearTimeout(timer);
          // The next frame has the rows in it; a message sent from it comes after its painting.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - pressed);
            port2.postMessage(null);
          });
        });
        observer.observe(grid, { subtree: true, childList: true, characterData: true });
      }),
    { wanted: text, patience: 30_000 },
  );
  // What is evaluated after it begins after it: the observer is there before the key.
  await page.evaluate(() => document.readyState);
  await page.keyboard.press(key);
  return await painted;
}

/**
 * Scrolls the table down so far within so many frames, back up again where its end is reached.
 *
 * @returns frames that were not painted in time
 */
export async function droppedFrames(page: Page, distance: number, frames: number): Promise<number> {
  return await page.evaluate(
    async ({ step, count }) => {
      const grid = document.querySelector('[role=grid]');
      if (!grid) throw new Error('there is no table');
      const frame = async () =>
        await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      grid.scrollTop = 0;
      await frame();
      let way = step;
      let last = await frame();
      let dropped = 0;
      for (let at = 0; at < count; at += 1) {
        const before = grid.scrollTop;
        grid.scrollTop += way;
        if (grid.scrollTop === before) way = -way;
        const now = await frame();
        dropped += Math.max(0, Math.round((now - last) / (1000 / 60)) - 1);
        last = now;
      }
      return dropped;
    },
    { step: distance / frames, count: frames },
  );
}
