import { basename } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import {
  answerNextDialog,
  clickTray,
  clickTrayItem,
  loadedImages,
  trays,
} from '../electron-host/testing.ts';
import { expect, test } from './support/fixtures.ts';
import { firstSyncOver, form, logged, signIn } from './support/pages.ts';
import { createPanel } from './support/panel.ts';

const windows = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
const tooltip = async (app: ElectronApplication): Promise<string | undefined> =>
  (await trays(app))[0]?.toolTip;
const labels = async (app: ElectronApplication): Promise<readonly string[]> =>
  (await trays(app))[0]?.menu.map((item) => item.label) ?? [];
/** The state the icon shows, by its file's name. */
async function icon(app: ElectronApplication): Promise<string> {
  const last = (await trays(app))[0]?.image ?? (await loadedImages(app)).at(-1) ?? '';
  return basename(last).replace(/(-on-(dark|light)|Template).*$/, '');
}
const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

test('tells time and sessions, as the window does', async ({ serve, launch }) => {
  const sandbox = await serve();
  const { app, page } = await launch({ sandbox });
  await expect.poll(() => tooltip(app)).toBe('Not signed in');
  expect(await labels(app)).toEqual(expect.arrayContaining(['Sign in …', 'Quit Tagwerk']));

  await signIn(page, sandbox);
  await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
  await firstSyncOver(page);
  const shown = await logged(page).textContent();
  await expect.poll(() => tooltip(app)).toMatch(/^\d+:\d\d h · \d+ sessions today/);
  await expect.poll(() => tooltip(app)).toContain(`${shown?.trim()} h`);
  expect(await labels(app)).toEqual(
    expect.arrayContaining(['Open Tagwerk', 'Sync now', 'Sign out …', 'Quit Tagwerk']),
  );
});

test('lists the last five sessions, strangers’ names made harmless', async ({ serve, launch }) => {
  const zone = 'Europe/Berlin';
  const noon = Date.parse('2026-11-23T12:00:00+01:00');
  const minute = 60_000;
  const sandbox = await serve({ sessions: 0, now: () => noon, zone });
  for (let index = 0; index < 7; index += 1) {
    const sessionCreatedAt = noon - (index + 1) * 10 * minute;
    sandbox.add({
      sessionCreatedAt,
      sessionFinishedAt: index === 0 ? null : sessionCreatedAt + 5 * minute,
      duration: index === 0 ? null : 5 * minute,
      clientCompany: {
        clientId: '1',
        companyFolderId: String(index),
        companyFolderDisplayName: index === 0 ? 'A&B\u202e GmbH' : `Client ${index}`,
      },
    });
  }
  const { app, page } = await launch({ sandbox, now: noon, zone });
  await signIn(page, sandbox);
  await expect(logged(page)).toHaveText('0:30');
  await expect
    .poll(async () => (await labels(app)).filter((label) => /Client|A&&B/.test(label)))
    .toEqual([
      '11:50   A&&B GmbH   running',
      '11:40–11:45   Client 1   0:05 h',
      '11:30–11:35   Client 2   0:05 h',
      '11:20–11:25   Client 3   0:05 h',
      '11:10–11:15   Client 4   0:05 h',
    ]);
  await expect.poll(() => icon(app)).toBe('running');
});

test('keeps running in the tray without its window, and brings it back', async ({
  launch,
  keychain,
}) => {
  const panel = createPanel();
  try {
    const { app, page } = await launch({ keychain: panel.in(keychain) });
    await expect(form.submit(page)).toBeVisible();
    await expect
      .poll(async () => {
        await closeWindow(app);
        return windows(app);
      })
      .toBe(0);
    const opened = app.waitForEvent('window');
    // On macOS a click opens the menu.
    await (process.platform === 'darwin' ? clickTrayItem(app, 'Open Tagwerk') : clickTray(app));
    await expect(form.submit(await opened)).toBeVisible();
  } finally {
    panel.remove();
  }
});

test('speaks German, and keeps its window where there is no tray', async ({ launch }) => {
  const { app, page } = await launch({ lang: 'de' });
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await expect.poll(() => tooltip(app)).toBe('Nicht angemeldet');
  expect(await labels(app)).toContain('Tagwerk beenden');
  // Windows and macOS always have a tray; the test's Linux has none.
  if (process.platform !== 'linux') return;
  await closeWindow(app);
  expect(await windows(app)).toBe(1);
  expect(
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()),
  ).toBe(true);
});

test('shows that it is offline, and as of when', async ({ serve, launch }) => {
  const sandbox = await serve();
  const { app, page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
  await expect.poll(() => icon(app)).toMatch(/idle|running/);
  await sandbox.close();
  await clickTrayItem(app, 'Sync now');
  await expect.poll(() => icon(app)).toBe('offline');
  await expect
    .poll(() => tooltip(app))
    .toMatch(/h · \d+ sessions? today\nOffline, as of \d\d:\d\d$/);
});

test('asks before it signs out, and quits at once', async ({ serve, launch }) => {
  const sandbox = await serve();
  const { app, page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
  await expect.poll(() => labels(app)).toContain('Sign out …');

  await answerNextDialog(app, { response: 1, checkboxChecked: false });
  await clickTrayItem(app, 'Sign out …');
  await expect(logged(page)).toBeVisible();

  await answerNextDialog(app, { response: 0, checkboxChecked: false });
  await clickTrayItem(app, 'Sign out …');
  await expect(form.submit(page)).toBeVisible();
  await expect.poll(() => tooltip(app)).toBe('Not signed in');

  const closed = app.waitForEvent('close');
  // The answer may be lost with the program.
  await clickTrayItem(app, 'Quit Tagwerk').catch(() => undefined);
  await closed;
});
