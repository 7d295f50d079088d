import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import {
  answerNextDialog,
  clickNotification,
  clickTrayItem,
  dialogs,
  notifications,
  openedFiles,
  trays,
} from '../electron-host/testing.ts';
import { expect, test } from './support/fixtures.ts';
import { firstSyncOver, signIn } from './support/pages.ts';

const notice = (page: Page) => page.locator('[data-test=export-notice]');
const isOffered = async (app: ElectronApplication, label: string): Promise<boolean | undefined> =>
  (await trays(app))[0]?.menu.find((item) => item.label === label)?.enabled;
/** The person works elsewhere. */
const blur = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur());

test('today goes to a file from the tray, again only on purpose, and the system tells of it', async ({
  serve,
  launch,
  profile,
}) => {
  const sandbox = await serve();
  const folder = join(profile, 'Exporte');
  mkdirSync(folder);
  const { app, page } = await launch({ sandbox });
  await expect.poll(() => isOffered(app, 'Export today')).toBeUndefined();
  await signIn(page, sandbox);
  await firstSyncOver(page);
  await expect.poll(() => isOffered(app, 'Export today')).toBe(true);
  expect(await isOffered(app, 'Repeat last export')).toBe(false);

  await blur(app);
  const path = join(folder, 'today.csv');
  await answerNextDialog(app, { canceled: false, filePath: path });
  await clickTrayItem(app, 'Export today');
  await expect(notice(page)).toContainText('today.csv');
  const ids = readFileSync(path, 'utf8')
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',', 1)[0]);
  const known = new Set([...sandbox.allSessions()].map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.every((id) => known.has(id ?? ''))).toBe(true);

  expect(await notifications(app)).toEqual([
    { title: 'today.csv', body: expect.stringMatching(/^Exported: \d+ sessions? · \d+:\d\d h/) },
  ]);
  await clickNotification(app);
  await expect.poll(() => openedFiles(app)).toEqual([path]);

  // A second time it asks, and by default leaves it.
  await expect.poll(() => isOffered(app, 'Repeat last export')).toBe(true);
  await answerNextDialog(app, { response: 1, checkboxChecked: false });
  await clickTrayItem(app, 'Repeat last export');
  await expect.poll(async () => (await dialogs(app)).length).toBe(2);
  expect((await dialogs(app))[1]?.options).toMatchObject({
    message: expect.stringMatching(/exported before$/),
    buttons: ['Export all the same', 'Do not export'],
  });
  await answerNextDialog(app, { response: 0, checkboxChecked: false });
  await clickTrayItem(app, 'Repeat last export');
  await expect(notice(page)).toContainText(/Tagwerk_\d{4}-\d\d-\d\d\.csv/);
  expect(readdirSync(folder)).toHaveLength(2);
});

test('one that cannot be written is told, and nothing is left of it', async ({
  serve,
  launch,
  profile,
}) => {
  const sandbox = await serve();
  const { app, page } = await launch({ sandbox, lang: 'de' });
  await page.getByLabel('Integrator-Token', { exact: true }).fill(sandbox.tokens.integratorToken);
  await page.getByLabel('Benutzer-Token', { exact: true }).fill(sandbox.tokens.userToken);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await expect.poll(() => isOffered(app, 'Heute exportieren')).toBe(true);
  await blur(app);
  await answerNextDialog(app, { canceled: false, filePath: join(profile, 'gone', 'a.csv') });
  await clickTrayItem(app, 'Heute exportieren');
  await expect
    .poll(() => notifications(app))
    .toEqual([
      {
        title: 'Der Export ist nicht zustande gekommen',
        body: expect.stringContaining('ließ sich dort nicht schreiben'),
      },
    ]);
  await expect(notice(page)).toContainText('Es gibt keine halbe Datei');
  expect(await isOffered(app, 'Letzten Export wiederholen')).toBe(false);
});
