import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { answerNextDialog } from '../electron-host/testing.ts';
import { violationsInBoth } from '../support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { inHistory, toHistory } from './support/history.ts';
import { logged, signIn } from './support/pages.ts';

const { search, found, lines, filter } = inHistory;
const notice = (page: Page): Locator => page.locator('[data-test=export-notice]');
const list = (page: Page): Locator => page.getByRole('table', { name: 'Past exports' });
const entries = (page: Page): Locator =>
  list(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });
const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Export' });
const verdict = (page: Page): Locator => panel(page).locator('[data-test=verdict]');
const minute = 60_000;

/** Presses the page's key in the rail. */
async function toExports(page: Page): Promise<void> {
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('heading', { level: 1, name: 'Exports' })).toBeVisible();
}

test('what was exported is marked, listed, compared, verified and repeated', async ({
  serve,
  launch,
  profile,
}) => {
  const sandbox = await serve();
  const folder = join(profile, 'Exporte');
  mkdirSync(folder);
  const first = await launch({ sandbox });
  await signIn(first.page, sandbox);
  await toHistory(first.page);

  // Nothing yet: the page says so, and leads back.
  await toExports(first.page);
  await expect(first.page.getByText('No export yet')).toBeVisible();
  expect(await violationsInBoth(first.page)).toEqual([]);
  await first.page.getByRole('button', { name: 'To History' }).click();

  const all = [...sandbox.allSessions()];
  const nameOf = (each: (typeof all)[number] | undefined): string =>
    each?.clientCompany?.companyFolderDisplayName ?? '';
  const client = nameOf(all.find((each) => nameOf(each) !== '' && each.sessionFinishedAt !== null));
  const own = all.filter((each) => nameOf(each) === client);
  await search(first.page).fill(`client:"${client}"`);
  await expect(found(first.page)).toHaveText(String(own.length));
  const path = join(folder, 'bill.csv');
  await answerNextDialog(first.app, { canceled: false, filePath: path });
  await first.page.locator('[data-test=export]').click();
  await expect(notice(first.page)).toContainText('bill.csv');

  // Marked in the rows, and found by what is typed and what is chosen.
  await expect(lines(first.page).first()).toContainText('Exported');
  await search(first.page).fill(`client:"${client}" exported:no`);
  await expect(first.page.getByRole('heading', { name: /Nothing|No session/ })).toBeVisible();
  await search(first.page).fill('');
  await filter(first.page, 'Export').click();
  await first.page.getByRole('checkbox', { name: /^Exported, unchanged/ }).check();
  await first.page.keyboard.press('Escape');
  await expect(found(first.page)).toHaveText(String(own.length));
  await expect(first.page).toHaveURL(/exported=yes/);
  await first.app.close();

  // A colleague corrects a session meanwhile.
  const corrected = own.find((each) => each.sessionFinishedAt !== null);
  if (!corrected) throw new Error('no session has ended');
  sandbox.update(corrected.id, { customDuration: 123 * minute });
  const { app, page } = await launch({ sandbox });
  await toHistory(page);
  await filter(page, 'Export').click();
  await page.getByRole('checkbox', { name: /^Changed after export/ }).check();
  await page.keyboard.press('Escape');
  await expect(found(page)).toHaveText('1');
  await expect(lines(page).first()).toContainText('Changed after export');
  await lines(page).first().click();
  const section = inHistory.panel(page).locator('[data-test=exports]');
  await expect(section).toContainText('bill.csv');
  await expect(section).toContainText('2:03 h');
  expect(await violationsInBoth(page)).toEqual([]);

  await toExports(page);
  await expect(entries(page)).toHaveCount(1);
  await expect(entries(page)).toContainText('bill.csv');
  await expect(entries(page)).toContainText(String(own.length));
  await entries(page).getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('1 session differs today');
  await expect(panel(page).locator('[data-test=differences]')).toContainText('2:03 h');
  expect(await violationsInBoth(page)).toEqual([]);

  // The file, as it is, as somebody edited it, and gone.
  const verify = panel(page).getByRole('button', { name: 'Verify the file' });
  await verify.click();
  await expect(verdict(page)).toContainText('Unchanged');
  appendFileSync(path, 'and one more\r\n');
  await verify.click();
  await expect(verdict(page)).toContainText('changed or replaced');

  // A corrected export is a new version; what was exported before is asked about.
  await panel(page).getByRole('button', { name: 'Repeat' }).click();
  await expect(notice(page)).toContainText('exported before');
  await page.getByRole('button', { name: 'Export all the same' }).click();
  await expect(notice(page)).toContainText(/Tagwerk_.*\.csv/);
  await expect(entries(page)).toHaveCount(2);
  await expect(entries(page).first()).toContainText('version 2');
  await expect(panel(page)).toContainText('1 session differs today');
  await entries(page).first().getByRole('button').click();
  await expect(panel(page)).toContainText('Nothing: the sessions have the times');
  expect(readdirSync(folder)).toHaveLength(2);

  rmSync(path);
  await entries(page).last().getByRole('button').click();
  await panel(page).getByRole('button', { name: 'Open the file' }).click();
  await expect(verdict(page)).toContainText('no longer where it was');

  // To the sessions, and back; Escape leaves the panel and returns to the line.
  await panel(page).getByRole('button', { name: 'Show sessions' }).click();
  await expect(found(page)).toHaveText(String(own.length));
  await page.goBack();
  await expect(panel(page)).toBeVisible();
  await panel(page).getByRole('heading', { level: 2 }).press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(entries(page).last().getByRole('button')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(entries(page).first().getByRole('button')).toBeFocused();
  await app.close();

  // Offline it is all still there.
  await sandbox.close();
  const offline = await launch({ sandbox });
  await expect(logged(offline.page)).toHaveText(/^\d+:\d\d$/);
  await toExports(offline.page);
  await expect(entries(offline.page)).toHaveCount(2);
});
