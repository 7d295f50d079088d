import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../electron-host/find-chromium.ts';
import { violations } from '../../support/axe.ts';
import { serve, type Served } from '../../unit/renderer/harness/serve.ts';

/**
 * The renderer as it is built, in a real browser, under the headers the app serves it with, on a
 * main that is acted out: what only a browser can tell.
 */
const harness = join(import.meta.dirname, '../../unit/renderer/harness');
const built = mkdtempSync(join(tmpdir(), 'tagwerk-harness-'));
let served: Served;
let browser: Browser;
let page: Page;
/** Everything the page asked the network for beyond its own files. */
const foreign: string[] = [];
/** Errors, and what the policy stood in the way of. */
const complaints: string[] = [];

beforeAll(async () => {
  await build({
    configFile: join(harness, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: built, emptyOutDir: true },
  });
  served = await serve(built);
  browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
  });
  const context = await browser.newContext({ timezoneId: 'Europe/Berlin' });
  page = await context.newPage();
  page.on('request', (request) => {
    if (!/^(about|data):/.test(request.url()) && !request.url().startsWith(served.url)) {
      foreign.push(request.url());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const ours = !/favicon|Permissions-Policy/.test(message.text() + message.location().url);
    if (message.type() === 'error' && ours) complaints.push(message.text());
  });
  await page.clock.install({ time: new Date('2026-11-23T14:44:12+01:00') });
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(built, { recursive: true, force: true });
});

interface Visit {
  readonly state?: string;
  readonly page?: string;
  readonly lang?: 'de' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly size?: readonly [width: number, height: number];
  /** How long today takes to be read, ms of the page's clock. */
  readonly slow?: number;
}

async function visit(where: Visit): Promise<void> {
  const { size: [width, height] = [1040, 720], theme = 'light', lang = 'de' } = where;
  foreign.length = complaints.length = 0;
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height });
  const query = new URLSearchParams({ lang, theme, state: where.state ?? 'full' });
  if (where.slow) query.set('slow', String(where.slow));
  // By way of an empty page: the same address with another `#` would not be loaded anew.
  await page.goto('about:blank');
  await page.goto(`${served.url}?${query}#${where.page ?? '/'}`);
  await page.locator('h1').first().waitFor();
}

/** Elements that reach out of the window, or whose words are cut without a sign of it. */
function cut(): Promise<string[]> {
  return page.evaluate(() => {
    const name = (element: Element): string => `${element.tagName} ${element.textContent?.trim()}`;
    const found = document.documentElement.scrollWidth > innerWidth ? ['the page itself'] : [];
    for (const element of document.querySelectorAll('main *, nav *')) {
      const { left, right, width } = element.getBoundingClientRect();
      // The list is scrolled sideways where its columns need more room than there is.
      if (width <= 1 || element.closest('[aria-hidden=true], .sr-only, [role=grid]')) continue;
      if (left < -1 || right > innerWidth + 1) found.push(`out of the window: ${name(element)}`);
      const { overflowX, textOverflow } = getComputedStyle(element);
      const hides = overflowX === 'hidden' || overflowX === 'clip';
      if (hides && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1) {
        found.push(`cut: ${name(element)}`);
      }
    }
    return found;
  });
}

/** What moved without anybody asking for it, from the first picture on. */
function shifts(): Promise<string[]> {
  interface LayoutShift extends PerformanceEntry {
    readonly sources: readonly { readonly node: Node | null }[];
  }
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const moved: string[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as LayoutShift[]) {
            moved.push(
              ...entry.sources.flatMap(({ node }) => {
                if (!(node instanceof Element)) return `${node?.textContent}`;
                // The line that marks the present is meant to move along with the time.
                return node.matches('.now') ? [] : node.outerHTML;
              }),
            );
          }
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(moved)));
      }),
  );
}

const places: readonly Visit[] = [
  { state: 'full' },
  { state: 'hostile' },
  { state: 'empty' },
  { state: 'mine-unknown' },
  { state: 'first-sync' },
  { state: 'notes' },
  { state: 'loading' },
  { state: 'waiting-disk-full' },
  { state: 'never-synced' },
  { state: 'locked' },
  { state: 'signed-out' },
  { state: 'rejected' },
  { page: '/settings' },
  { page: '/history' },
  { page: '/history?text=foo:bar%20von:31.2.&period=thisMonth&types=x&session=session-1' },
  { page: '/history', state: 'hostile' },
  { page: '/history', state: 'crowded' },
  { page: '/history', state: 'first-sync' },
  { page: '/history', state: 'offline' },
  { page: '/history', state: 'nothing-ever' },
  { page: '/history', state: 'loading' },
  { page: '/history', state: 'unreadable' },
];

const looks = [
  { theme: 'light', lang: 'en', size: [1040, 720] },
  { theme: 'dark', lang: 'de', size: [720, 480] },
] as const;

describe.each(looks)('$theme $lang $size', (look) => {
  it.each(places)('$state $page keeps the policy, is accessible and whole', async (place) => {
    await visit({ ...place, ...look });
    expect(await cut()).toEqual([]);
    // The other theme changes nothing but the colours.
    expect(await violations(page, look.theme === 'dark' ? 'color-contrast' : undefined)).toEqual(
      [],
    );
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
  });
});

it('the policy would have told: it stops an inline style and markup made of text', async () => {
  await visit({});
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('style'), { textContent: 'a{}' }));
    try {
      document.body.innerHTML = '<b>text</b>';
    } catch {
      // Trusted Types throw, besides telling the console.
    }
  });
  await expect.poll(() => complaints.join()).toMatch(/style-src.*TrustedHTML/s);
});

it.each([
  [1040, 720],
  [720, 480],
] as const)(
  'nothing moves while today is read, nor when it is there (%i × %i)',
  async (...size) => {
    await visit({ slow: 3_600_000, size });
    expect(await page.locator('li.row').count()).toBe(0);
    await page.clock.fastForward(3_700_000);
    await page.locator('li.row').first().waitFor();
    expect(await shifts()).toEqual([]);
  },
);

it('nothing moves while a clock ticks', async () => {
  await visit({});
  const clock = page.locator('li.row').first().locator('span.digits').last();
  const before = await clock.innerText();
  const at = await clock.boundingBox();
  await page.clock.runFor(2000);
  await expect.poll(() => clock.innerText()).not.toBe(before);
  expect(await clock.boundingBox()).toEqual(at);
  expect(await shifts()).toEqual([]);
});

it('everything can be reached by keyboard, and shows that it has the focus', async () => {
  await visit({});
  const seen: string[] = [];
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press('Tab');
    const { label, ring, end } = await page.evaluate(() => {
      const element = document.activeElement ?? document.body;
      const { outlineStyle, outlineWidth } = getComputedStyle(element.closest('label') ?? element);
      return {
        end: element === document.body,
        label: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '',
        ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      };
    });
    if (end) break;
    expect(ring, label).toBe(true);
    seen.push(label);
  }
  const expected = [
    /^Zum Inhalt springen$/,
    /^Heute$/,
    /^Verlauf$/,
    /^Kunden$/,
    /^Exporte$/,
    /^Einstellungen$/,
    /^$/,
    /^Jetzt synchronisieren/,
    /^Heute exportieren$/,
    /^Anderes Format oder anderer Ort$/,
    /^08:04–08:26 · .*Weiß Steuerberatung/,
    /^14:31 läuft.*PC-EMPFANG/,
  ];
  expect(seen).toHaveLength(expected.length);
  for (const [index, words] of expected.entries()) expect(seen[index]).toMatch(words);
});

it('nothing moves while one types, nor when the search is answered', async () => {
  await visit({ page: '/history', state: 'crowded' });
  await page.locator('[data-line]').first().waitFor();
  const before = await page.locator('[role=grid]').boundingBox();
  for (const letter of 'kunde 1') await page.keyboard.press(letter === ' ' ? 'Space' : letter);
  await page.locator('mark').first().waitFor();
  expect(await page.locator('[role=grid]').boundingBox()).toEqual(before);
});

it('the history can be gone through by keyboard, from the search to the list', async () => {
  await visit({ page: '/history' });
  await page.locator('[data-line]').first().waitFor();
  const seen: string[] = [];
  await page.locator('[role=search] input').focus();
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Tab');
    const { label, role } = await page.evaluate(() => {
      const element = document.activeElement ?? document.body;
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
      return { label: name, role: element.getAttribute('role') };
    });
    seen.push(label);
    if (role === 'grid') break;
  }
  const expected = ['Was sich suchen lässt', 'Ansichten', 'Zeitraum', 'Kunde', 'Techniker'];
  expect(seen.filter((label) => expected.includes(label))).toEqual(expected);
  expect(seen).toContain('Spalten');
  expect(seen.at(-1)).toBe('Gefundene Sitzungen');
});

it('a crowded day has all its rows and bars, and none of them lies outside', async () => {
  await visit({ state: 'crowded', size: [720, 480] });
  await page.locator('li.row').last().waitFor({ state: 'attached' });
  expect(await page.locator('li.row').count()).toBe(500);
  expect(await page.locator('button.bar').count()).toBe(500);
  expect(await cut()).toEqual([]);
});
