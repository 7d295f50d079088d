import { createRequire } from 'node:module';
import type { Locator, Page } from '@playwright/test';
import ICAL from 'ical.js';
import type read from 'jsqr';
import { violations } from '../support/axe.ts';
import { cut } from './support/cut.ts';
import { expect, test } from './support/fixtures.ts';
import { inHistory, toHistory } from './support/history.ts';
import { firstSyncOver, logged, signIn } from './support/pages.ts';

// Its types tell of an ES module, and it is none.
const jsqr = createRequire(import.meta.url)('jsqr') as { default: typeof read };

const panel = (page: Page): Locator => page.getByRole('complementary');
const own = (page: Page): Locator => page.getByRole('button', { name: 'Your company' });

async function turnToClients(page: Page): Promise<void> {
  await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('heading', { level: 1, name: 'Clients' })).toBeVisible();
}

async function toClients(page: Page): Promise<void> {
  await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
  await firstSyncOver(page);
  await turnToClients(page);
}

/** What a camera reads off a picture of the page. */
async function scanned(page: Page, code: Locator): Promise<string | undefined> {
  const picture = (await code.screenshot()).toString('base64');
  const { data, width, height } = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {
      width: image.width,
      height: image.height,
    });
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height);
    return { data: [...(pixels?.data ?? [])], width: image.width, height: image.height };
  }, picture);
  return jsqr.default(new Uint8ClampedArray(data), width, height)?.data;
}

test('a client of this machine alone leads to its sessions, and those without a client to theirs', async ({
  serve,
  launch,
}) => {
  const sandbox = await serve();
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await toHistory(page);
  const held = await page.evaluate(() => window.tagwerk.invoke('clients.list'));
  const nameless = held.ok ? held.value.clients.find(({ key }) => key === '') : undefined;
  const all = nameless?.sessions ?? 0;
  expect(all).toBeGreaterThan(1);
  const found = async (): Promise<number> =>
    Number((await inHistory.found(page).innerText()).replace(',', ''));
  const showSessions = async (name: string): Promise<void> => {
    await page.keyboard.press('Control+3');
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('button', { name: 'Show sessions' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible();
  };
  await showSessions('Without a client');
  await expect.poll(found).toBe(all);

  // A rule for one of them, by its own name.
  const pattern = await page.evaluate(async () => {
    const filter = { text: '', period: 'all' as const, clients: [''], technicians: [] };
    const more = { types: [], states: [], invoices: [] };
    const answer = await window.tagwerk.invoke('history.search', {
      filter: { ...filter, ...more },
      sort: { column: 'date', descending: true },
      group: 'none',
    });
    const [line] = answer.ok ? (answer.value?.page ?? []) : [];
    // In a pattern `#` is a number, `?` any character.
    return line?.kind === 'session' ? line.row.name.replaceAll('#', '?') : '';
  });
  expect(pattern).not.toBe('');
  const set = await page.evaluate(
    (text) =>
      window.tagwerk.invoke('clients.setRules', [
        {
          field: 'session',
          pattern: text,
          client: { key: null, name: 'Hofladen Süd', number: null },
        },
      ]),
    pattern,
  );
  expect(set, pattern).toMatchObject({ ok: true, value: [{ pattern }] });
  await showSessions('Hofladen Süd');
  await expect.poll(found).toBeLessThan(all);
  const given = await found();
  expect(given).toBeGreaterThan(0);
  await expect(inHistory.lines(page).first()).toContainText('Hofladen Süd');
  await showSessions('Without a client');
  await expect.poll(found).toBe(all - given);
});

test('the QR code on the page is the card, umlauts and all', async ({ serve, launch }) => {
  const sandbox = await serve();
  const { page } = await launch({ sandbox });
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(page, sandbox);
  await toClients(page);
  await own(page).click();
  await expect(panel(page).getByText('Königstraße 12')).toBeVisible();
  await expect(panel(page).getByText('Germany')).toBeVisible();
  await panel(page).getByRole('button', { name: 'QR' }).click();
  const code = panel(page).getByRole('img', { name: /QR/ });
  await code.scrollIntoViewIfNeeded();
  const text = await scanned(page, code);
  const card = new ICAL.Component(ICAL.parse(text ?? '') as unknown[]);
  expect(card.getFirstPropertyValue('fn')).toBe('Elbmarsch IT-Service GmbH');
  expect(card.getFirstPropertyValue('adr')).toEqual([
    '',
    '',
    'Königstraße 12',
    'Lüneburg',
    '',
    '21335',
    'DE',
  ]);
});

test('the card alone is printed, on white, whatever the page shows', async ({ serve, launch }) => {
  const sandbox = await serve();
  const { app, page } = await launch({ sandbox });
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(page, sandbox);
  await toClients(page);
  await own(page).click();
  await expect(panel(page).getByText('Königstraße 12')).toBeVisible();
  // The printer waits until the page was looked at as paper.
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('there is no window');
    const kept = globalThis as unknown as { paper: Promise<string>; printed: () => void };
    contents.print = (_options, callback) => {
      kept.paper = contents
        .printToPDF({ printBackground: true, preferCSSPageSize: true })
        .then((pdf) => pdf.toString('latin1'));
      kept.printed = () => callback?.(false, 'Print job canceled');
    };
  });
  await panel(page).getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('.print-sheet')).toBeAttached();
  await expect(page.locator('.print-sheet')).toBeHidden();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const paper = await page.evaluate(() => ({
    text: document.body.innerText.split('\n').filter((line) => line.trim() !== ''),
    ground: getComputedStyle(document.body).backgroundColor,
    ink: getComputedStyle(document.querySelector('.print-sheet') ?? document.body).color,
  }));
  expect(paper.text.slice(0, -1)).toEqual([
    'Elbmarsch IT-Service GmbH',
    'Address',
    'Königstraße 12',
    '21335 Lüneburg',
    'Germany',
    'Phone',
    '+49 40 66969100',
    'E-mail',
    expect.stringContaining('service@'),
    'VAT id',
    'DE136695976',
    'Company id',
    expect.stringMatching(/^C/),
  ]);
  expect(paper.text.at(-1)).toContain('Imprint');
  expect(paper).toMatchObject({ ground: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)' });
  const pdf = await app.evaluate(() => (globalThis as unknown as { paper: Promise<string> }).paper);
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'screen' });
  await app.evaluate(() => (globalThis as unknown as { printed: () => void }).printed());
  await expect(panel(page).getByText('Nothing was printed.')).toBeVisible();
  await expect(page.locator('.print-sheet')).toHaveCount(0);
});

for (const introspectionOff of [false, true]) {
  test(`the page is accessible, whole and there offline, introspection ${introspectionOff ? 'off' : 'on'}`, async ({
    serve,
    launch,
  }) => {
    test.slow();
    const sandbox = await serve({ sessions: 120, faults: { introspectionOff } });
    const first = await launch({ sandbox });
    await signIn(first.page, sandbox);
    await toClients(first.page);
    await own(first.page).click();
    await expect(panel(first.page).getByText('Elbmarsch IT-Service GmbH')).toBeVisible();
    // Which fields an address has is told by introspection alone.
    await expect(panel(first.page).getByText('Königstraße 12')).toHaveCount(
      introspectionOff ? 0 : 1,
    );
    expect(await violations(first.page)).toEqual([]);
    await first.page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(first.page, 'color-contrast')).toEqual([]);
    await first.page.setViewportSize({ width: 720, height: 480 });
    expect(await cut(first.page)).toEqual([]);
    await first.app.close();

    sandbox.setFaults({ inject: [{ kind: 'http-502' }] });
    const { page } = await launch({ sandbox });
    await turnToClients(page);
    await own(page).click();
    await expect(panel(page).getByText('Elbmarsch IT-Service GmbH')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(own(page)).toBeFocused();
  });
}

for (const spell of ['markup', 'long', 'bidi', 'script-links'] as const) {
  test(`a hostile card is shown as text: ${spell}`, async ({ serve, launch }) => {
    const sandbox = await serve({ sessions: 60, faults: { hostileCards: spell } });
    const { page } = await launch({ sandbox });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('dialog', (dialog) => errors.push(dialog.message()));
    await signIn(page, sandbox);
    await toClients(page);
    await page.setViewportSize({ width: 720, height: 480 });
    await own(page).click();
    await expect(panel(page).getByRole('button', { name: 'Print' })).toBeAttached();
    expect(
      await page.locator('aside script, aside iframe, aside img:not([src^="data:"])').count(),
    ).toBe(0);
    expect(await cut(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
}
