import { violations } from '../support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { logged, signIn } from './support/pages.ts';

for (const theme of ['Light', 'Dark'] as const) {
  test(`sign-in, Today and Settings are accessible, ${theme.toLowerCase()}`, async ({
    serve,
    launch,
  }) => {
    const sandbox = await serve();
    const { page } = await launch({ sandbox });
    await page.emulateMedia({ colorScheme: theme === 'Dark' ? 'dark' : 'light' });
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await signIn(page, sandbox);
    await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('radio', { name: theme }).check({ force: true });
    await expect(page.locator('html')).toHaveClass(theme === 'Dark' ? /dark/ : /^(?!.*dark)/);
    expect(await violations(page)).toEqual([]);
  });
}

test('speaks German, and switches without a restart', async ({ serve, launch }) => {
  const sandbox = await serve();
  const { page } = await launch({ sandbox, lang: 'de' });
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test('is whole at 720 × 480', async ({ serve, launch }) => {
  const sandbox = await serve();
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
  await page.setViewportSize({ width: 720, height: 480 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(720);
  for (const name of ['Today', 'Settings']) {
    await expect(page.getByRole('link', { name })).toBeInViewport();
  }
  await expect(logged(page)).toBeInViewport();
});

test('is used by keyboard alone', async ({ serve, launch }) => {
  const sandbox = await serve();
  const { page } = await launch({ sandbox });
  await page.getByLabel('Integrator token', { exact: true }).focus();
  await page.keyboard.type(sandbox.tokens.integratorToken);
  await page.getByLabel('User token', { exact: true }).focus();
  await page.keyboard.type(sandbox.tokens.userToken);
  await page.keyboard.press('Enter');
  await expect(logged(page)).toHaveText(/^\d+:\d\d$/);

  const rows = page.getByRole('list', { name: /newest first/ }).getByRole('listitem');
  await rows.first().getByRole('button').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1).getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows.nth(1)).toContainText('Invoice');
  await page.keyboard.press('Control+5');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});
