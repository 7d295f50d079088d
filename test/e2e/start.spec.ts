import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchApp } from '../support/launch-app.ts';
import { expect, test } from './support/fixtures.ts';
import { form, logged, signIn } from './support/pages.ts';

test('fills the endpoint in from the command line', async ({ serve, launch }) => {
  const sandbox = await serve();
  const { page } = await launch({ sandbox });
  await page.getByText('Advanced').click();
  await expect(form.endpoint(page)).toHaveValue(sandbox.url);
});

test('runs two profiles side by side, each with its own account', async ({ serve, launch }) => {
  const sandbox = await serve();
  const other = mkdtempSync(join(tmpdir(), 'tagwerk-e2e-'));
  try {
    const one = await launch({ sandbox });
    await signIn(one.page, sandbox);
    await expect(logged(one.page)).toHaveText(/^\d+:\d\d$/);
    const two = await launch({ profile: other });
    await expect(form.submit(two.page)).toBeVisible();
    await two.app.close();
  } finally {
    rmSync(other, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
});

test('a second start shows the window of the first and ends', async ({
  launch,
  profile,
  keychain,
}) => {
  const first = await launch();
  await expect(form.submit(first.page)).toBeVisible();
  const minimised = (): Promise<boolean | undefined> =>
    first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await expect.poll(minimised).toBe(true);
  // It ends before Playwright has seen a window: that is what is wanted.
  await launchApp({ profile, keychain }).catch(() => undefined);
  await expect.poll(minimised).toBe(false);
});

test('runs headless: no window, today’s total on the terminal', async ({ profile, keychain }) => {
  const app = await launchApp({ profile, keychain, args: ['--headless', '--demo'] });
  let printed = '';
  app.process().stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await expect.poll(() => printed, { timeout: 30_000 }).toMatch(/\d+:\d\d h · \d+ sessions today/);
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(0);
  await app.close();
});
