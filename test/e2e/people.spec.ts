import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { violationsInBoth } from '../support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { clipboardText, inHistory, toHistory } from './support/history.ts';
import { firstSyncOver, form, logged, signIn } from './support/pages.ts';

const { lines, panel } = inHistory;
const katrin = 'katrin.luebbers@elbmarsch-it.example';
const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Find a person' });
const name = (page: Page): Locator => page.locator('[data-test=person]');
const nobody = (page: Page): Locator => page.locator('[data-test=nobody]');
const masked = (page: Page): Locator => page.locator('[data-test=masked]');

async function lookUp(page: Page, email: string): Promise<void> {
  await dialog(page).getByLabel('E-mail address').fill(email);
  await page.keyboard.press('Enter');
}

async function toPeople(page: Page): Promise<void> {
  await page.keyboard.press('Control+3');
  await page.getByRole('button', { name: 'Find a person' }).click();
}

test('finds a colleague, and tells nobody, a team and a server that does not answer apart', async ({
  serve,
  launch,
}) => {
  const sandbox = await serve();
  const { app, page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await firstSyncOver(page);
  await toPeople(page);
  await lookUp(page, 'katrin');
  await expect(dialog(page).getByText('This is not a complete e-mail address.')).toBeVisible();
  await lookUp(page, katrin);
  await expect(name(page)).toHaveText('Katrin Lübbers');
  await expect(
    dialog(page).getByText('E-mail, password and second factor, by Google'),
  ).toBeVisible();
  await expect(dialog(page).getByText('Last sign-in')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Copy Phone' }).click();
  await expect(dialog(page).getByText('Copied.')).toBeVisible();
  expect(await clipboardText(app)).toMatch(/^\+4940\d+$/);
  await dialog(page).getByRole('button', { name: katrin, exact: true }).click();

  await lookUp(page, 'nobody@elsewhere.example');
  await expect(nobody(page)).toContainText('Nobody has an account of their own');
  await expect(nobody(page)).toContainText('Team accounts cannot be found this way.');
  await lookUp(page, 'team@elbmarsch-it.example');
  await expect(nobody(page)).toContainText('belongs to a team account');

  sandbox.setFaults({ inject: [{ kind: 'login-page' }] });
  await lookUp(page, 'somebody@elsewhere.example');
  await expect(dialog(page).getByText('A login page answers instead of the API')).toBeVisible();
  await expect(nobody(page)).toHaveCount(0);
  sandbox.setFaults({ inject: [{ kind: 'http-502' }] });
  // What was known stays, and says as of when.
  await lookUp(page, katrin);
  await expect(name(page)).toHaveText('Katrin Lübbers');
  await dialog(page).getByRole('button', { name: 'Refresh' }).click();
  await expect(dialog(page).getByText('You see what was known last.')).toBeVisible();
  await expect(name(page)).toHaveText('Katrin Lübbers');
  await expect(dialog(page).getByText(/^As of /)).toBeVisible();
});

test('whoever took part leads to their card, where the server tells who that was', async ({
  serve,
  launch,
}) => {
  const sandbox = await serve({ sessions: 60 });
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await firstSyncOver(page);
  await toHistory(page);
  await lines(page).first().click();
  const who = panel(page).getByRole('button', { name: /^Who is this\?/ });
  await who.first().focus();
  await page.keyboard.press('Enter');
  await expect(name(page)).not.toBeEmpty();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(who.first()).toBeFocused();
});

test('without introspection nobody is named, and people are found all the same', async ({
  serve,
  launch,
}) => {
  const sandbox = await serve({ sessions: 60, faults: { introspectionOff: true } });
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await firstSyncOver(page);
  await toHistory(page);
  await lines(page).first().click();
  await expect(panel(page).getByText('The server names no participants.')).toBeVisible();
  await expect(panel(page).getByRole('button', { name: /^Who is this\?/ })).toHaveCount(0);
  await toPeople(page);
  await lookUp(page, katrin);
  await expect(name(page)).toHaveText('Katrin Lübbers');
});

for (const [email, words] of [
  ['nobody@elsewhere.example', 'Nobody has an account of their own at pcvisit'],
  ['team@elbmarsch-it.example', 'belongs to a team account'],
] as const) {
  test(`says at sign-in that ${email} leads to no account, and goes on`, async ({
    serve,
    launch,
  }) => {
    const sandbox = await serve({ sessions: 60 });
    const { app, page } = await launch({ sandbox });
    await form.integratorToken(page).fill(sandbox.tokens.integratorToken);
    await form.userToken(page).fill(sandbox.tokens.userToken);
    await form.ownEmail(page).fill(email);
    await form.submit(page).click();
    await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
    await expect(page.getByText(words)).toBeVisible();
    expect(await violationsInBoth(page)).toEqual([]);
    await page.getByRole('button', { name: 'Understood' }).click();
    await expect(page.getByText(words)).toHaveCount(0);
    await app.close();
    const again = await launch({ sandbox });
    await expect(logged(again.page)).toHaveText(/^\d+:\d\d$/);
    await expect(again.page.getByText(words)).toHaveCount(0);
  });
}

/** Files below a folder that hold one of the texts. */
function filesWith(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((each) => join(folder, each))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .filter((file) => texts.some((text) => readFileSync(file).includes(text)));
}

/** Whether any of the texts stands in the page: its elements, fields, stores and addresses. */
function inPage(page: Page, texts: readonly string[]): Promise<boolean> {
  return page.evaluate((wanted) => {
    const fields = [...document.querySelectorAll('input, textarea')].map((each) =>
      each instanceof HTMLInputElement || each instanceof HTMLTextAreaElement ? each.value : '',
    );
    const host = document.querySelector('#app') as unknown as {
      __vue_app__?: { config: { globalProperties: { $pinia?: { state: { value: unknown } } } } };
    };
    const stores = host.__vue_app__?.config.globalProperties.$pinia?.state.value;
    if (stores === undefined) throw new Error('no stores to look into');
    const all = [
      document.documentElement.outerHTML,
      ...fields,
      JSON.stringify(stores),
      JSON.stringify({ ...localStorage, ...sessionStorage }),
      location.href,
    ].join('\n');
    return wanted.some(
      (text) => all.includes(text) || all.includes(JSON.stringify(text).slice(1, -1)),
    );
  }, texts);
}

test('a token payload is masked, copied, and gone with the page: from profile, log and stores', async ({
  serve,
  launch,
  profile,
}) => {
  const sandbox = await serve({ sessions: 60 });
  const { app, page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await firstSyncOver(page);
  await page.keyboard.press('Control+5');
  const user = page.getByLabel('User', { exact: true });
  await user.selectOption('email');
  await page.getByLabel('E-mail address', { exact: true }).fill(katrin);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-test=found-user]')).toContainText('Katrin Lübbers');
  const fetch = page.getByRole('button', { name: 'Fetch payload' });
  await fetch.click();
  await expect(masked(page)).toHaveCount(3);

  const secrets: string[] = [];
  for (const part of ['Base64', 'Payload', 'Signature']) {
    await page.getByRole('button', { name: `Copy ${part}`, exact: true }).click();
    const before = secrets.at(-1);
    await expect.poll(() => clipboardText(app)).not.toBe(before ?? '');
    secrets.push(await clipboardText(app));
  }
  for (const secret of secrets) expect(secret.length).toBeGreaterThan(20);
  expect(new Set(secrets).size).toBe(3);
  expect(await inPage(page, secrets)).toBe(false);
  expect(await violationsInBoth(page)).toEqual([]);

  // The look is able to find it: shown, it is there.
  await page.getByRole('button', { name: 'Show Signature' }).click();
  await expect(masked(page).last()).toHaveText(secrets[2] ?? '');
  expect(await inPage(page, secrets)).toBe(true);

  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
  });
  await expect(masked(page)).toHaveCount(0);
  await expect(page.getByText('The payload is forgotten.')).toBeVisible();
  expect(await inPage(page, secrets)).toBe(false);

  await fetch.click();
  await page.getByRole('button', { name: 'Show Payload' }).click();
  await page.keyboard.press('Control+1');
  await expect(logged(page)).toBeVisible();
  expect(await inPage(page, secrets)).toBe(false);
  await page.keyboard.press('Control+5');
  await expect(masked(page)).toHaveCount(0);
  expect(filesWith(profile, secrets)).toEqual([]);
  await app.close();
  expect(filesWith(profile, secrets)).toEqual([]);
});

test('a payload that cannot be had says why', async ({ serve, launch }) => {
  const sandbox = await serve({ sessions: 60 });
  const { page } = await launch({ sandbox });
  await page.setViewportSize({ width: 720, height: 480 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(page, sandbox);
  await firstSyncOver(page);
  await page.keyboard.press('Control+5');
  await page.getByLabel('User', { exact: true }).selectOption({ index: 2 });
  sandbox.setFaults({ inject: [{ kind: 'http-502', operation: 'SiRetrieveSignedTokenPayload' }] });
  await page.getByRole('button', { name: 'Fetch payload' }).click();
  await expect(page.getByText('The server ran into an error.')).toBeVisible();
  await expect(masked(page)).toHaveCount(0);
  sandbox.setFaults({ inject: [] });
  await page.getByRole('button', { name: 'Fetch payload' }).click();
  await expect(masked(page)).toHaveCount(3);
  expect(await violationsInBoth(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
