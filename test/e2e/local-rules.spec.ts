import type { Locator, Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { inHistory, toHistory } from './support/history.ts';
import { firstSyncOver, signIn } from './support/pages.ts';

const { search, found, lines, panel } = inHistory;
const dialog = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Clients by local rules' });
const pattern = (page: Page): Locator => dialog(page).getByLabel('Pattern');
const client = (page: Page): Locator => dialog(page).getByLabel('Client', { exact: true });
const finds = (page: Page): Locator => dialog(page).locator('[data-test=finds]');
const outlook = (page: Page): Locator => dialog(page).locator('[data-test=outlook]');
const button = (page: Page, name: string): Locator =>
  dialog(page).getByRole('button', { name, exact: true });

async function openRules(page: Page): Promise<void> {
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('row').nth(2)).toBeVisible();
  await page.getByRole('button', { name: 'Local rules' }).click();
  await expect(button(page, 'Add rule')).toBeEnabled();
}

async function addRule(page: Page, text: string, target: string): Promise<void> {
  await button(page, 'Add rule').click();
  await pattern(page).fill(text);
  await client(page).selectOption(target);
}

test('gives sessions without a client one, once it was shown what that comes to', async ({
  serve,
  launch,
}) => {
  const sandbox = await serve({ sessions: 1_000 });
  const first = await launch({ sandbox });
  const { page } = first;
  await signIn(page, sandbox);
  await firstSyncOver(page);
  const raw = [...sandbox.allSessions()];
  const without = raw.filter(({ clientCompany }) => clientCompany === null);
  const tills = without.filter(({ target }) => target?.computerHostName?.startsWith('BAECKEREI-'));
  expect(tills.length).toBeGreaterThan(3);

  await openRules(page);
  await addRule(page, 'BAECKEREI-KASSE-*', 'new');
  await expect(button(page, 'Save rules')).toBeEnabled();
  await button(page, 'Save rules').click();
  await expect(dialog(page).getByText('The name is missing.')).toBeVisible();
  await dialog(page).getByLabel('Name', { exact: true }).fill('Bakery Hansen');
  await expect(finds(page)).toHaveText(
    new RegExp(`^Finds ${tills.length} sessions, \\d+:\\d\\d h$`),
  );
  await addRule(page, 'WS-#-*', 'number');
  await expect(finds(page)).toHaveText(/^Finds [1-9]\d* sessions/);
  await expect(outlook(page)).toHaveText(
    new RegExp(`^\\d+ of ${without.length} sessions without a client get one\\.$`),
  );
  const requests = sandbox.totalRequests;
  await button(page, 'Save rules').click();
  await expect(dialog(page)).toBeHidden();
  const line = page.getByRole('row').filter({ hasText: 'Bakery Hansen' });
  await expect(line).toContainText('local');
  expect(sandbox.totalRequests).toBe(requests);

  await page.keyboard.press('Control+1');
  await toHistory(page);
  await search(page).fill('bakery hansen');
  await expect(found(page)).toHaveText(String(tills.length));
  await expect(lines(page).first().getByText('local', { exact: true })).toBeVisible();
  await lines(page).first().click();
  await expect(panel(page).getByText('Bakery Hansen – local')).toBeVisible();
  await expect(panel(page).getByText('Given by a local rule, on this machine only.')).toBeVisible();

  await first.app.close();
  const again = await launch({ sandbox });
  await toHistory(again.page);
  await search(again.page).fill('bakery hansen');
  await expect(found(again.page)).toHaveText(String(tills.length));
  // Taken away again, nothing of it is left.
  await openRules(again.page);
  await button(again.page, 'Remove rule “BAECKEREI-KASSE-*”').click();
  await button(again.page, 'Save rules').click();
  await expect(dialog(again.page)).toBeHidden();
  await expect(again.page.getByText('Bakery Hansen')).toHaveCount(0);
});

test('says what is wrong with a pattern, and keeps what was typed', async ({ serve, launch }) => {
  const sandbox = await serve({ sessions: 200 });
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await firstSyncOver(page);
  await openRules(page);
  await addRule(page, '***', 'number');
  await expect(dialog(page).getByText('This pattern fits every name.')).toBeVisible();
  await pattern(page).fill('WS-*');
  await expect(dialog(page).getByText('The pattern needs exactly one #')).toBeVisible();
  await pattern(page).fill('#-#');
  await expect(dialog(page).getByText('The pattern needs exactly one #')).toBeVisible();
  await pattern(page).fill('<img src=x onerror=alert(1)>*');
  await client(page).selectOption({ index: 3 });
  await expect(finds(page)).toHaveText(/^Finds no session/);
  expect(await dialog(page).locator('img').count()).toBe(0);

  // The first that fits decides: below a rule that takes all, another finds nothing.
  await pattern(page).fill('BAECKEREI-*');
  await expect(finds(page)).toHaveText(/^Finds [1-9]/);
  await addRule(page, '*KASSE*', 'new');
  await dialog(page).getByLabel('Name', { exact: true }).fill('Tills');
  await expect(finds(page)).toHaveText(/^Finds no session/);
  await button(page, 'Move rule “*KASSE*” up').click();
  await expect(finds(page)).toHaveText(/^Finds [1-9]/);
  await expect(dialog(page).getByText('Now rule 1 of 2.')).toBeVisible();

  await button(page, 'Remove rule “*KASSE*”').click();
  await expect(dialog(page).getByRole('listitem').filter({ hasText: 'KASSE' })).toHaveCount(0);
  await button(page, 'Bring it back').click();
  await expect(button(page, 'Remove rule “*KASSE*”')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page).getByText('Your changes are not saved.')).toBeVisible();
  await button(page, 'Discard').click();
  await expect(dialog(page)).toBeHidden();
  await openRules(page);
  await expect(dialog(page).getByText('No rule yet.')).toBeVisible();
});

test('is reached from a session, by keyboard alone', async ({ serve, launch }) => {
  const sandbox = await serve({ sessions: 60 });
  const till = sandbox.add({
    name: 'Bonrolle klemmt',
    target: {
      computerDisplayName: 'Kasse #7',
      computerHostName: 'KASSE-07',
      computerId: '0b0c4f6e-0000-4000-8000-000000000007',
      computerMacAddress: null,
      computerTeamViewerId: null,
      computerUserDisplayName: null,
      termsAndConditionsNameUsedForAccepting: null,
      termsAndConditionsRequestState: 'NotRequested',
    },
  });
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await firstSyncOver(page);
  await toHistory(page);
  await search(page).fill(till.name);
  await expect(found(page)).toHaveText('1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const way = panel(page).getByRole('button', { name: 'Assign by computer name …' });
  await expect(way).toBeVisible();
  await way.focus();
  await page.keyboard.press('Enter');
  await expect(pattern(page)).toBeFocused();
  // A sign that would mean something in a pattern is any one.
  await expect(pattern(page)).toHaveValue('Kasse ?7');
  await page.keyboard.press('Tab');
  await expect(client(page)).toBeFocused();
  await client(page).selectOption('new');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Kiosk');
  await expect(finds(page)).toHaveText(/^Finds 1 session, /);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(panel(page).getByText('Kiosk – local')).toBeVisible();
  await expect(panel(page).getByRole('button', { name: 'Local rules' })).toBeFocused();

  await page.keyboard.press('Control+1');
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Kiosk' }).getByText('local', { exact: true }),
  ).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`is accessible and whole at 720 × 480, ${theme}`, async ({ serve, launch }) => {
    const sandbox = await serve({ sessions: 100 });
    const { page } = await launch({ sandbox });
    await page.setViewportSize({ width: 720, height: 480 });
    await page.emulateMedia({ colorScheme: theme });
    await signIn(page, sandbox);
    await firstSyncOver(page);
    await openRules(page);
    expect(await violations(page)).toEqual([]);
    await addRule(page, '*', 'new');
    await button(page, 'Save rules').click();
    await expect(dialog(page).getByText('The name is missing.')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await expect(button(page, 'Save rules')).toBeInViewport({ ratio: 1 });
    const sideways = await dialog(page).evaluate((box) =>
      [box, ...box.querySelectorAll('*')].some(
        (each) =>
          each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX === 'auto',
      ),
    );
    expect(sideways).toBe(false);
  });
}
