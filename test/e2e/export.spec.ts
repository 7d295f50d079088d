import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import type { Locator, Page } from '@playwright/test';
import { answerNextDialog, dialogs, openedFiles } from '../electron-host/testing.ts';
import { violationsInBoth } from '../support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { clipboardText, inHistory, toHistory } from './support/history.ts';
import { firstSyncOver, signIn } from './support/pages.ts';

const button = (page: Page): Locator => page.locator('[data-test=export]');
const notice = (page: Page): Locator => page.locator('[data-test=export-notice]');

/** A folder to export to, within the test's own. */
function folderIn(profile: string): string {
  const folder = join(profile, 'Exporte & Co');
  mkdirSync(folder);
  return folder;
}

test('what is on screen goes to a file in one click, and nothing twice without a word', async ({
  serve,
  launch,
  profile,
}) => {
  const sandbox = await serve();
  const folder = folderIn(profile);
  const { app, page } = await launch({ sandbox, lang: 'de' });
  await page.getByLabel('Integrator-Token', { exact: true }).fill(sandbox.tokens.integratorToken);
  await page.getByLabel('Benutzer-Token', { exact: true }).fill(sandbox.tokens.userToken);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect(page.locator('[data-test=logged]')).toHaveText(/^\d+:\d\d$/);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  const all = [...sandbox.allSessions()];
  const nameOf = (session: (typeof all)[number] | undefined): string =>
    session?.clientCompany?.companyFolderDisplayName ?? '';
  const client = nameOf(all.find((session) => nameOf(session) !== ''));
  const expected = all.filter((session) => nameOf(session) === client).map(({ id }) => id);
  await page.getByRole('textbox', { name: 'Verlauf durchsuchen' }).fill(`kunde:"${client}"`);
  await expect(inHistory.found(page)).toHaveText(String(expected.length));

  await expect(button(page)).toHaveText('CSV exportieren');
  const path = join(folder, 'Rechnung.csv');
  await answerNextDialog(app, { canceled: false, filePath: path });
  await button(page).click();
  await expect(notice(page)).toContainText('Rechnung.csv');
  const text = readFileSync(path, 'utf8');
  expect(text.startsWith('\uFEFFSitzungs-ID;Datum;Beginn;')).toBe(true);
  const ids = text
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(';', 1)[0]);
  expect(ids.toSorted()).toEqual(expected.toSorted());

  await page.getByRole('button', { name: 'Datei öffnen' }).click();
  await expect.poll(() => openedFiles(app)).toEqual([path]);
  expect(await violationsInBoth(page)).toEqual([]);

  await button(page).click();
  await expect(notice(page)).toContainText(/wurden? schon exportiert/);
  expect(await violationsInBoth(page)).toEqual([]);
  // The folder is known by now, and so is what a file is called.
  await page.getByRole('button', { name: 'Trotzdem exportieren' }).click();
  await expect(notice(page)).toContainText(/Tagwerk_\d{4}-\d\d-\d\d\.csv/);
  await answerNextDialog(app, { response: 0 });
  await button(page).click();
  await page.getByRole('button', { name: 'Trotzdem exportieren' }).click();
  await expect(notice(page)).toContainText(/Tagwerk_\d{4}-\d\d-\d\d \(2\)\.csv/);
  expect(readdirSync(folder)).toHaveLength(3);
  expect((await dialogs(app)).map(({ name }) => name)).toEqual([
    'showSaveDialog',
    'showMessageBox',
  ]);
});

test('the ledger outlives a restart, and a workbook holds today', async ({
  serve,
  launch,
  profile,
}) => {
  const sandbox = await serve();
  const folder = folderIn(profile);
  const first = await launch({ sandbox });
  await signIn(first.page, sandbox);
  await firstSyncOver(first.page);
  const path = join(folder, 'today.xlsx');
  await answerNextDialog(first.app, { canceled: false, filePath: path });
  await first.page.getByRole('button', { name: 'Another format or place' }).click();
  await first.page.getByRole('button', { name: 'Excel workbook (XLSX)' }).click();
  await expect(notice(first.page)).toContainText('today.xlsx');
  const { Sheets, SheetNames } = read(readFileSync(path));
  const rows = utils.sheet_to_json<string[]>(Sheets[SheetNames[0] ?? ''] ?? {}, { header: 1 });
  const ids = new Set([...sandbox.allSessions()].map(({ id }) => id));
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.slice(1, -1).every(([id]) => ids.has(id ?? ''))).toBe(true);
  await first.app.close();

  const { app, page } = await launch({ sandbox });
  await toHistory(page);
  await expect(button(page)).toHaveText('Export Excel');
  await button(page).click();
  await expect(notice(page)).toContainText('exported before');
  await page.getByRole('button', { name: 'Do not export' }).click();
  await expect(notice(page)).toBeEmpty();
  expect(readdirSync(folder)).toEqual(['today.xlsx']);

  // A place that is none: it is said, and nothing is left behind.
  await answerNextDialog(app, { canceled: false, filePath: join(folder, 'gone', 'a.json') });
  const before = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
  await inHistory.search(page).fill(`to:${before}`);
  await expect(page).toHaveURL(/text=to/);
  await page.getByRole('button', { name: 'Another format or place' }).click();
  await page.getByRole('button', { name: 'Save as …' }).click();
  await expect(notice(page)).toContainText('could not be written');
  expect(readdirSync(folder)).toEqual(['today.xlsx']);

  // The same for whoever pastes: as text and as HTML, and no file.
  await page.getByRole('button', { name: 'Another format or place' }).click();
  await page.getByRole('button', { name: 'Clipboard (table)' }).click();
  await expect(notice(page)).toContainText('On the clipboard');
  const lines = (await clipboardText(app)).split('\r\n');
  expect(lines[0]).toMatch(/^Session ID\tDate\t/);
  expect(await app.evaluate(({ clipboard }) => clipboard.has('text/html'))).toBe(true);
  expect(readdirSync(folder)).toEqual(['today.xlsx']);
});

test('an export is set up once, kept as a profile, and done with one click after a restart', async ({
  serve,
  launch,
  profile,
}) => {
  const sandbox = await serve();
  const folder = folderIn(profile);
  const first = await launch({ sandbox });
  await signIn(first.page, sandbox);
  await firstSyncOver(first.page);
  await first.page.getByRole('button', { name: 'Another format or place' }).click();
  await first.page.getByRole('button', { name: 'Columns, rounding, place …' }).click();
  const dialog = first.page.getByRole('dialog', { name: 'Set up the export' });
  await expect(dialog.locator('[data-test=export-outlook]')).toContainText(
    /\d+ sessions · billable/,
  );
  await dialog.getByRole('combobox', { name: 'Format' }).selectOption('csv-excel');
  await dialog.getByRole('radio', { name: 'German' }).check();
  for (const name of ['Sitzungs-ID', 'Kommentar-Link', 'Zuletzt geändert'])
    await dialog.getByRole('checkbox', { name, exact: true }).uncheck();
  await dialog.getByRole('button', { name: 'Move Kunde forward' }).click();
  await dialog.getByRole('button', { name: 'Save as profile' }).click();
  await dialog.getByPlaceholder('Name of the profile').fill('DATEV & Söhne');
  await first.page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox', { name: 'Profile' })).toHaveValue('DATEV & Söhne');
  expect(await violationsInBoth(first.page)).toEqual([]);
  const path = join(folder, 'heute.csv');
  await answerNextDialog(first.app, { canceled: false, filePath: path });
  await dialog.getByRole('button', { name: 'Export CSV' }).click();
  await expect(notice(first.page)).toContainText('heute.csv');
  const head = '\uFEFFDatum;Beginn;Ende;Kunde;Kundennummer;Computer;';
  expect(readFileSync(path, 'utf8').startsWith(head)).toBe(true);
  await first.app.close();

  const { page } = await launch({ sandbox });
  await expect(page.locator('[data-test=logged]')).toHaveText(/^\d+:\d\d$/);
  await page.getByRole('button', { name: 'Another format or place' }).click();
  await page.getByRole('button', { name: 'JSON', exact: true }).click();
  await page.getByRole('button', { name: 'Export all the same' }).click();
  await expect(notice(page)).toContainText('.json');
  await page.getByRole('button', { name: 'Another format or place' }).click();
  await page.getByRole('button', { name: 'DATEV & Söhne' }).click();
  await page.getByRole('button', { name: 'Export all the same' }).click();
  await expect(notice(page)).toContainText(/Tagwerk_.*\.csv/);
  const [named = ''] = readdirSync(folder).filter((name) => /^Tagwerk_.*\.csv$/.test(name));
  expect(readFileSync(join(folder, named), 'utf8').startsWith(head)).toBe(true);
});
