import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { createPagePrinter } from '../../../../src/main/desktop/print.ts';

type Print = WebContents['print'];

describe('printing a page', () => {
  it.each([true, false])('asks the system, and tells whether it was printed (%s)', async (done) => {
    const asked: unknown[] = [];
    const print: Print = (options, callback) => {
      asked.push(options);
      callback?.(done, done ? '' : 'Print job canceled');
    };
    expect(await createPagePrinter(() => [{ print }])()).toBe(done);
    expect(asked).toEqual([{ printBackground: true }]);
  });

  it('prints nothing where no window is open', async () => {
    expect(await createPagePrinter(() => [])()).toBe(false);
  });

  it('fails where the system does', async () => {
    const print: Print = () => {
      throw new Error('no printing here');
    };
    await expect(createPagePrinter(() => [{ print }])()).rejects.toThrow('no printing here');
  });
});
