import { violations } from '../support/axe.ts';
import { cut } from './support/cut.ts';
import { expect, test } from './support/fixtures.ts';
import { clipboardText, inHistory, toHistory, turnToHistory } from './support/history.ts';
import { signIn } from './support/pages.ts';

const { search, found, list, lines, filter, panel } = inHistory;

for (const theme of ['light', 'dark'] as const) {
  // The other theme changes nothing but the colours.
  const rule = theme === 'dark' ? 'color-contrast' : undefined;

  test(`its menus are accessible, ${theme}`, async ({ serve, launch }) => {
    test.slow();
    const sandbox = await serve({ sessions: 60 });
    const { page } = await launch({ sandbox });
    await page.emulateMedia({ colorScheme: theme });
    await signIn(page, sandbox);
    await toHistory(page);
    await search(page).fill('a');
    await expect(page.locator('mark').first()).toBeVisible();
    await filter(page, 'Client').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page, rule)).toEqual([]);
    await page.keyboard.press('Escape');
    await filter(page, 'Period').click();
    await page.getByLabel('From', { exact: true }).fill('31.2.');
    await page.keyboard.press('Enter');
    await expect(page.getByText('No date.')).toBeVisible();
    expect(await violations(page, rule)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Views/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page, rule)).toEqual([]);
  });

  test(`what it found is accessible, ${theme}`, async ({ serve, launch }) => {
    test.slow();
    const sandbox = await serve({ sessions: 60 });
    const { page } = await launch({ sandbox });
    await page.emulateMedia({ colorScheme: theme });
    await signIn(page, sandbox);
    await toHistory(page);
    expect(await violations(page, rule)).toEqual([]);
    await page.getByLabel('Group the list').selectOption('technician');
    await expect(lines(page).first()).toContainText(/sessions?/);
    await lines(page).nth(1).click();
    await expect(panel(page).getByText('Private note').first()).toBeVisible();
    expect(await violations(page, rule)).toEqual([]);
    await search(page).fill('nothing is called like this');
    await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
    expect(await violations(page, rule)).toEqual([]);
  });
}

test('is whole at 720 × 480, also beside a session, in German', async ({ serve, launch }) => {
  const sandbox = await serve();
  const { page } = await launch({ sandbox, lang: 'de' });
  await page.setViewportSize({ width: 720, height: 480 });
  await page.getByLabel('Integrator-Token', { exact: true }).fill(sandbox.tokens.integratorToken);
  await page.getByLabel('Benutzer-Token', { exact: true }).fill(sandbox.tokens.userToken);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await toHistory(page);
  expect(await cut(page)).toEqual([]);
  await expect(lines(page).nth(3)).toBeInViewport({ ratio: 0.6 });
  for (const name of ['Zeitraum', 'Kunde', 'Techniker', 'Art', 'Status', 'Rechnung']) {
    await expect(filter(page, name)).toBeInViewport({ ratio: 1 });
  }
  await page.getByLabel('Verlauf durchsuchen').fill('a foo:bar');
  await expect(page.getByText('„foo:bar“ ist kein Suchwort')).toBeVisible();
  await page.getByLabel('Verlauf durchsuchen').fill('a');
  await lines(page).first().click();
  await expect(panel(page).getByText('Private Notiz').first()).toBeAttached();
  await expect(panel(page)).toBeInViewport({ ratio: 1 });
  await expect(lines(page).nth(3)).toBeInViewport({ ratio: 0.3 });
  expect(await cut(page)).toEqual([]);
});

test('shows hostile sessions as text, and copies them so that a spreadsheet does', async ({
  serve,
  launch,
}) => {
  const sandbox = await serve({ faults: { hostileTexts: 1 } });
  const { app, page } = await launch({ sandbox });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => errors.push(dialog.message()));
  await signIn(page, sandbox);
  await toHistory(page);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Name', exact: true }).check();
  await page.keyboard.press('Escape');

  await search(page).fill('<script>alert(2)');
  await expect(found(page)).toHaveText(/^[1-9]/);
  await expect(page.locator('mark').first()).toHaveText('<script>alert(2)');
  await lines(page).first().click();
  await expect(panel(page).getByRole('heading', { level: 2 })).not.toBeEmpty();
  await page.keyboard.press('Escape');

  await search(page).fill('hyperlink');
  // What was found before stays until the answer has come.
  await expect(page.locator('mark').first()).toHaveText('HYPERLINK');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await expect(page.getByText(/rows? copied\./)).toBeVisible();
  const copied = await clipboardText(app);
  expect(copied).toContain("'=HYPERLINK");
  expect(copied).not.toMatch(/(^|\t|\n)[=+@]/);

  for (const text of ['\u202Egnp', 'halb \uD83D', "'; DROP TABLE", '((((', '\u0000\u0007']) {
    await search(page).fill(text);
    await expect(list(page).or(page.getByRole('heading', { name: 'Nothing found' }))).toBeVisible();
  }
  await search(page).fill('x '.repeat(6000));
  await expect(page.getByText('A search holds at most 10,000 characters')).toBeVisible();
  await search(page).fill('');
  for (const group of ['client', 'technician', 'month']) {
    await page.getByLabel('Group the list').selectOption(group);
    await expect(lines(page).first()).toContainText(/sessions?/);
  }
  expect(await page.locator('main script, main iframe, main img').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(errors).toEqual([]);
});

test('can be searched while the first sync runs, and says how far it reaches', async ({
  serve,
  launch,
}) => {
  const sandbox = await serve({ sessions: 2_000, faults: { slowMs: 400, pageCap: 40 } });
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await turnToHistory(page);
  await expect(lines(page).first()).toBeVisible();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByText(/back to \d+ \w+ \d{4}/)).toBeVisible();
  const before = Number(await found(page).innerText());
  await search(page).fill('nothing is called like this');
  await expect(page.getByText(/so far reaches back to/)).toBeVisible();
  await search(page).fill('');
  await expect
    .poll(async () => Number((await found(page).innerText()).replace(',', '')))
    .toBeGreaterThan(before);
});

test('says so where the history is empty', async ({ serve, launch }) => {
  const sandbox = await serve({ sessions: 0 });
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await turnToHistory(page);
  await expect(page.getByRole('heading', { name: 'No session in the history yet' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
