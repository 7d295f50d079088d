import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerNextDialog } from '../electron-host/testing.ts';
import { violationsInBoth } from '../support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { inHistory, toHistory } from './support/history.ts';
import { firstSyncOver, signIn } from './support/pages.ts';

test('the server writes the file itself: what it can, with comments, and nothing half', async ({
  serve,
  launch,
  profile,
}) => {
  const sandbox = await serve();
  const folder = join(profile, 'exports');
  mkdirSync(folder);
  const { app, page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await firstSyncOver(page);
  await toHistory(page);
  const all = [...sandbox.allSessions()];
  const nameOf = (session: (typeof all)[number] | undefined): string =>
    session?.clientCompany?.companyFolderDisplayName ?? '';
  const client = nameOf(all.find((session) => nameOf(session) !== ''));
  const wanted = all.filter((session) => nameOf(session) === client).map(({ id }) => id);
  await inHistory.search(page).fill(`client:"${client}"`);
  await expect(inHistory.found(page)).toHaveText(String(wanted.length));

  await page.getByRole('button', { name: 'Another format or place' }).click();
  await page.getByRole('button', { name: 'Fetch a file from pcvisit …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export by pcvisit' });
  await expect(dialog).toContainText('exactly these sessions');
  expect(await violationsInBoth(page)).toEqual([]);
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('json');
  const path = join(folder, 'pcvisit.json');
  await answerNextDialog(app, { canceled: false, filePath: path });
  await dialog.getByRole('button', { name: 'Fetch the file' }).click();
  const notice = page.locator('[data-test=export-notice]');
  await expect(notice).toContainText('pcvisit.json');
  const rows = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>[];
  expect(rows.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
  expect(rows.every((row) => 'commentsLink' in row)).toBe(true);

  // The connection breaks: it is said, and the folder is as it was.
  sandbox.setFaults({ inject: [{ kind: 'cut', operation: 'download' }] });
  await page.getByRole('button', { name: 'Another format or place' }).click();
  await page.getByRole('button', { name: 'Fetch a file from pcvisit …' }).click();
  await dialog.getByRole('button', { name: 'Fetch the file' }).click();
  await page.getByRole('button', { name: 'Export all the same' }).click();
  await expect(notice).toContainText('The connection broke');
  expect(readdirSync(folder)).toEqual(['pcvisit.json']);
});
