import { openedLinks } from '../electron-host/testing.ts';
import { expect, test } from './support/fixtures.ts';
import { firstSyncOver, logged, signIn } from './support/pages.ts';

const zone = 'Europe/Berlin';
/** The end of summer time: this local day is 25 hours long and begins at 22:00 UTC. */
const longDay = Date.parse('2026-10-25T12:00:00+01:00');
const at = (text: string): number => Date.parse(text);

test('counts a day of 25 hours, midnight, parallel and running sessions as the rules say', async ({
  serve,
  launch,
}) => {
  const sandbox = await serve({ sessions: 0, now: () => longDay, zone });
  const session = (from: string, to: string | null, more: object = {}): void => {
    const sessionFinishedAt = to === null ? null : at(to);
    sandbox.add({
      sessionCreatedAt: at(from),
      sessionFinishedAt,
      duration: sessionFinishedAt === null ? null : sessionFinishedAt - at(from),
      customDuration: null,
      ...more,
    });
  };
  // Over midnight: 30 of its 60 minutes are today's.
  session('2026-10-24T23:30:00+02:00', '2026-10-25T00:30:00+02:00');
  // Over the hour that comes twice: 02:30 summer time to 02:30 winter time is 60 minutes.
  session('2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00');
  // Parallel: 60 minutes logged, 40 on the wall clock.
  session('2026-10-25T10:00:00+01:00', '2026-10-25T10:30:00+01:00');
  session('2026-10-25T10:10:00+01:00', '2026-10-25T10:40:00+01:00', {
    customDuration: 45 * 60_000,
  });
  // Runs: listed, not counted.
  session('2026-10-25T11:50:00+01:00', null);

  const { page } = await launch({ sandbox, now: longDay, zone });
  await signIn(page, sandbox);
  await expect(logged(page)).toHaveText('2:30');
  const summary = page.locator('section', { has: logged(page) });
  await expect(summary).toContainText('billable 2:45');
  await expect(summary).toContainText('wall clock 2:10');
  await expect(summary).toContainText('parallel 0:20');
  await expect(summary).toContainText('5 sessions');
  await expect(page.getByRole('list', { name: /newest first/ }).getByRole('listitem')).toHaveCount(
    5,
  );
});

test('shows what changes on the server after “Sync now”, and nothing twice', async ({
  serve,
  launch,
}) => {
  const sandbox = await serve();
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await firstSyncOver(page);
  const rows = page.getByRole('list', { name: /newest first/ }).getByRole('listitem');
  const before = await rows.count();

  sandbox.add({
    sessionCreatedAt: Date.now() - 1_000,
    sessionFinishedAt: null,
    duration: null,
    clientCompany: {
      clientId: '00417',
      companyFolderId: 'a5d1',
      companyFolderDisplayName: '<b>Königstraße</b> & Söhne',
    },
  });
  await page.keyboard.press('F5');
  await expect(rows).toHaveCount(before + 1);
  await expect(rows.first()).toContainText('<b>Königstraße</b> & Söhne');
  await expect(rows.first()).toContainText(/0:00:\d\d/);
});

test('opens a comment link in the browser, and nothing but https', async ({ serve, launch }) => {
  const sandbox = await serve({ sessions: 0 });
  const now = Date.now();
  const add = (commentsLink: string): unknown =>
    sandbox.add({ sessionCreatedAt: now - 1_000, sessionFinishedAt: null, commentsLink });
  add('https://example.com/comments/1');
  add('javascript:alert(1)');
  const { app, page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await expect(page.getByRole('list', { name: /newest first/ }).getByRole('listitem')).toHaveCount(
    2,
  );
  const links = page.getByRole('button', { name: 'Open comments' });
  await expect(links).toHaveCount(1);
  await links.click();
  await expect.poll(() => openedLinks(app)).toEqual(['https://example.com/comments/1']);
});

test('shows an empty day as one, with the week it belongs to', async ({ serve, launch }) => {
  const sandbox = await serve({ sessions: 0 });
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await expect(page.getByText('No session yet today')).toBeVisible();
  await expect(logged(page)).toHaveText('0:00');
  await expect(page.getByText('Last 7 days')).toBeVisible();
});

test('tells mine from the team’s, and says why where it cannot', async ({ serve, launch }) => {
  const sandbox = await serve();
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  const rows = page.getByRole('list', { name: /newest first/ }).getByRole('listitem');
  await firstSyncOver(page);
  const team = await rows.count();
  await page.getByRole('radio', { name: 'Me', exact: true }).check({ force: true });
  await expect.poll(() => rows.count()).toBeLessThan(team);
  expect(await rows.count()).toBeGreaterThan(0);
});

test('works without introspection, where participants stay unknown', async ({ serve, launch }) => {
  const sandbox = await serve({ faults: { introspectionOff: true } });
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
  await expect(page.getByRole('radio', { name: 'Me', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: 'Why only “Team”?' }).click();
  await expect(page.getByText('does not tell who took part').last()).toBeVisible();
});

test('shows hostile texts as text', async ({ serve, launch }) => {
  const sandbox = await serve({ faults: { hostileTexts: 1 } });
  const { page } = await launch({ sandbox });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await signIn(page, sandbox);
  await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
  const rows = page.getByRole('list', { name: /newest first/ }).getByRole('listitem');
  await expect(rows.first()).toBeVisible();
  expect(await page.locator('main script, main iframe, main img').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(errors).toEqual([]);
});
