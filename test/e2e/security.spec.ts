import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { openedLinks } from '../electron-host/testing.ts';
import { launchApp } from '../support/launch-app.ts';
import { expect, test } from './support/fixtures.ts';
import { form } from './support/pages.ts';

/** The page's own bridge, as any script in it would find it. */
interface Exposed {
  readonly tagwerk: Record<string, (...args: unknown[]) => Promise<unknown>>;
}

// One start for all of them: each begins on the page anew, and none leaves anything behind in main.
test.describe.configure({ mode: 'default' });

let app: ElectronApplication;
let page: Page;
let profile: string;
test.beforeAll(async ({ keychain }) => {
  profile = mkdtempSync(join(tmpdir(), 'tagwerk-e2e-'));
  app = await launchApp({ profile, keychain });
  page = await app.firstWindow();
  await expect(form.submit(page)).toBeVisible();
});
test.beforeEach(async () => {
  await page.reload();
  await expect(form.submit(page)).toBeVisible();
});
test.afterAll(async () => {
  await app.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

/** Calls main as any script in a page could. @returns its answer, or the error's words. */
function call(from: Page, ...args: unknown[]): Promise<unknown> {
  return from.evaluate(
    (passed) => (window as unknown as Exposed).tagwerk['invoke']?.(...passed).catch(String),
    args,
  );
}

/** What the page's policy forbade while something was tried. */
async function violations(attempt: () => unknown): Promise<readonly string[]> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { violations: seen });
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(event.effectiveDirective),
    );
  });
  // Some attempts throw as well; what counts is what the browser tells of them.
  await page.evaluate(attempt).catch(() => undefined);
  const seen = (): Promise<string[]> =>
    page.evaluate(() => (window as unknown as { violations: string[] }).violations);
  await expect.poll(seen).not.toEqual([]);
  return [...new Set(await seen())];
}

test('gives the page a bridge of two functions and nothing of Node or Electron', async () => {
  const found = await page.evaluate(() => ({
    bridge: Object.keys((window as unknown as Exposed).tagwerk).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
  }));
  expect(found).toEqual({ bridge: ['invoke', 'on'], node: [] });
});

test('serves the page with its policy', async () => {
  const response = await page.reload();
  const headers = (await response?.allHeaders()) ?? {};
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain("connect-src 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  await expect(form.submit(page)).toBeVisible();
});

test.describe('the page’s policy forbids', () => {
  const attempts: readonly (readonly [what: string, directive: string, attempt: () => unknown])[] =
    [
      ['the network', 'connect-src', () => fetch('https://example.com/')],
      ['its own files by fetch', 'connect-src', () => fetch(location.origin)],
      ['sockets', 'connect-src', () => void new WebSocket('wss://example.com/')],
      [
        'pictures from elsewhere',
        'img-src',
        () => void (new Image().src = 'https://example.com/x.png'),
      ],
      [
        'frames',
        'frame-src',
        () => {
          const frame = document.createElement('iframe');
          frame.src = 'https://example.com/';
          document.body.append(frame);
        },
      ],
      [
        'text that becomes a script',
        'require-trusted-types-for',
        () => void (setTimeout as (code: string) => void)('window.ran = 1'),
      ],
      [
        'text that becomes markup',
        'require-trusted-types-for',
        () => void (document.createElement('p').innerHTML = '<img src=x onerror=alert(1)>'),
      ],
      [
        'text that becomes a handler',
        'require-trusted-types-for',
        () => document.body.setAttribute('onclick', 'window.ran = 1'),
      ],
      [
        'styles from elsewhere',
        'style-src-elem',
        () => {
          const link = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
          link.href = 'https://example.com/x.css';
          document.head.append(link);
        },
      ],
      [
        'forms that are sent away',
        'form-action',
        () => {
          const made = document.createElement('form');
          made.action = 'https://example.com/';
          document.body.append(made);
          made.submit();
        },
      ],
      [
        'another base for addresses',
        'base-uri',
        () => {
          const base = document.createElement('base');
          base.href = 'https://example.com/';
          document.head.append(base);
        },
      ],
    ];

  for (const [what, directive, attempt] of attempts) {
    test(what, async () => {
      expect(await violations(attempt)).toEqual([directive]);
      expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    });
  }
});

test('stays where it is', async () => {
  const address = page.url();
  const opened = await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.com/' });
    document.body.append(link);
    link.click();
    link.target = '_blank';
    link.click();
    location.href = 'https://example.com/';
    return [window.open('https://example.com/'), window.open('about:blank')];
  });
  expect(opened).toEqual([null, null]);
  await expect(form.submit(page)).toBeVisible();
  expect(page.url()).toBe(address);
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
});

test('has no permissions', async () => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
    const asked = names.map((name) => navigator.permissions.query({ name: name as 'camera' }));
    return (await Promise.all(asked)).map(({ state }) => state);
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

test('answers only what the contract names', async () => {
  expect(await call(page, 'account.read')).toMatchObject({ status: 'signed-out' });
  expect(await call(page, 'app.quit')).toContain('not known');
  expect(await call(page, '__proto__')).toContain('not known');
  expect(await call(page, 'settings.change', { language: 'fr' })).toContain('malformed: language');
  expect(await call(page, 'today.read', { scope: { secret: 1 } })).toContain('malformed: scope');
  expect(await call(page, 'app.openLink', 7)).toContain('malformed');
});

test('answers no other page, though it had the same preload', async () => {
  const opened = app.waitForEvent('window');
  await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    const preload = `${electronApp.getAppPath()}/out/preload/index.cjs`;
    const other = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    });
    void other.loadURL('data:text/html,<h1>other</h1>');
  });
  const other = await opened;
  await expect(other.getByRole('heading')).toHaveText('other');
  expect(await call(other, 'settings.read')).toContain('refused');
});

test('opens https, mail and telephone outside, and nothing else', async () => {
  const open = (address: string): Promise<unknown> => call(page, 'app.openLink', address);
  for (const address of [
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://example.com/',
    'https://user:secret@example.com/',
    'ms-msdt:/id',
    'app://tagwerk/',
  ]) {
    expect(await open(address), address).toBe(false);
  }
  expect(await open('https://example.com/?q=1')).toBe(true);
  expect(await open('mailto:info@example.com')).toBe(true);
  expect(await open('tel:+493518925590')).toBe(true);
  expect(await openedLinks(app)).toEqual([
    'https://example.com/?q=1',
    'mailto:info@example.com',
    'tel:+493518925590',
  ]);
});
