import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/fixtures.ts';
import { firstSyncOver, logged, signIn } from './support/pages.ts';

test('shows the history without a server, marked with its time', async ({ serve, launch }) => {
  const sandbox = await serve();
  const first = await launch({ sandbox });
  await signIn(first.page, sandbox);
  await firstSyncOver(first.page);
  const before = await logged(first.page).innerText();
  await sandbox.close();

  await first.page.keyboard.press('F5');
  await expect(first.page.getByText('No connection to the server.', { exact: true })).toBeVisible();
  await expect(first.page.getByText(/Your data as of .* stays visible/)).toBeVisible();
  await expect(logged(first.page)).toHaveText(before);
  await first.app.close();

  const second = await launch();
  await expect(logged(second.page)).toHaveText(before);
  await expect(
    second.page.getByText('No connection to the server.', { exact: true }),
  ).toBeVisible();
});

test('comes back by itself when the server does', async ({ serve, launch }) => {
  const sandbox = await serve();
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
  sandbox.setFaults({ inject: [{ kind: 'http-500' }] });
  await page.keyboard.press('F5');
  await expect(page.getByText('The server ran into an error.', { exact: true })).toBeVisible();
  sandbox.setFaults({ inject: [] });
  await expect(page.getByText('The server ran into an error.', { exact: true })).toBeHidden({
    timeout: 30_000,
  });
});

test('obeys a server that slows it down, and says until when', async ({ serve, launch }) => {
  const sandbox = await serve();
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
  sandbox.setFaults({
    inject: [{ kind: 'try-again-later', operation: 'AcQuerySessionsHistory' }],
    retryAfter: { seconds: 40, form: 'seconds' },
  });
  await page.keyboard.press('F5');
  await expect(page.getByText('The server is slowing us down.', { exact: true })).toBeVisible();
  await expect(page.getByText(/Next attempt in \d+ s\./)).toBeVisible();
});

test('sets a damaged history aside, names it, and loads it anew', async ({
  serve,
  launch,
  profile,
}) => {
  const sandbox = await serve();
  const first = await launch({ sandbox });
  await signIn(first.page, sandbox);
  await firstSyncOver(first.page);
  const before = await logged(first.page).innerText();
  await first.app.close();

  const file = join(profile, 'history.sqlite');
  truncateSync(file, 5_000);
  writeFileSync(`${file}-wal`, 'no write-ahead log');
  const { page } = await launch();
  await expect(
    page.getByText('The history on this computer was damaged.', { exact: true }),
  ).toBeVisible();
  await expect(logged(page)).toHaveText(before);
  expect(readdirSync(profile).some((name) => name.startsWith('history.sqlite.damaged-'))).toBe(
    true,
  );
});
