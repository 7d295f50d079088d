import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/fixtures.ts';
import { firstSyncOver, logged, signIn } from './support/pages.ts';

/** Of the history's file, bytes. */
const pageSize = 4096;

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

test('sets a history aside whose damage is met at work, and goes on with a new one', async ({
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

  spoilTail(join(profile, 'history.sqlite'));
  const { page } = await launch();
  await expect(
    page.getByText('The history on this computer was damaged.', { exact: true }),
  ).toBeVisible();
  await firstSyncOver(page);
  await expect(logged(page)).toHaveText(before);
  const aside = readdirSync(profile).filter((name) => name.startsWith('history.sqlite.damaged-'));
  expect(aside).toHaveLength(1);
  await expect(page.getByText(aside[0] ?? '')).toBeVisible();
  const lines = readFileSync(join(profile, 'logs/tagwerk.log'), 'utf8');
  expect(lines.match(/"history set aside".*/g)).toEqual([expect.stringContaining('"at work"')]);
});

/**
 * Wrong bytes in the last pages of a history that is too large to be read as a whole at the start: they
 * are met only when the program works with it.
 */
function spoilTail(path: string): void {
  const bytes = readFileSync(path);
  for (
    let at = pageSize * Math.ceil((bytes.length / pageSize) * 0.6);
    at < bytes.length;
    at += pageSize
  ) {
    bytes.fill(7, at + 100, at + 200);
  }
  writeFileSync(path, bytes);
  truncateSync(path, 33 * 1024 * 1024);
}
