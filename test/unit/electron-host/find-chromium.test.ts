import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findChromium } from '../../electron-host/find-chromium.ts';
import { temporaryFolder as folder } from './support.ts';

describe('findChromium', () => {
  test('takes what it is told, and nothing in its place', () => {
    const path = join(folder(), 'chromium');
    expect(findChromium({ TAGWERK_CHROMIUM: path })).toBe(null);
    writeFileSync(path, '');
    expect(findChromium({ TAGWERK_CHROMIUM: path })).toBe(null);
    chmodSync(path, 0o755);
    expect(findChromium({ TAGWERK_CHROMIUM: path })).toBe(path);
  });

  test('finds the newest that Playwright downloaded', () => {
    const cache = folder();
    for (const revision of ['chromium-999', 'chromium-1200']) {
      mkdirSync(join(cache, revision, 'chrome-linux'), { recursive: true });
      writeFileSync(join(cache, revision, 'chrome-linux/chrome'), '', { mode: 0o755 });
    }
    const found = findChromium({ PLAYWRIGHT_BROWSERS_PATH: cache, PATH: '' }, []);
    expect(found).toBe(join(cache, 'chromium-1200/chrome-linux/chrome'));
    expect(findChromium({ PLAYWRIGHT_BROWSERS_PATH: folder(), PATH: '' }, [])).toBe(null);
  });
});
