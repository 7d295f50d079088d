import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Bridge } from '../../src/shared/bridge/contract.ts';
import { expect, test } from './support/fixtures.ts';
import { logged, signIn } from './support/pages.ts';

/** Every file below a folder that holds one of the texts, as UTF-8 or UTF-16. */
function filesWith(folder: string, texts: readonly string[]): string[] {
  const forms = texts.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .filter((file) => {
      const content = readFileSync(file);
      return forms.some((form) => content.includes(form));
    });
}

/** Words that a technician alone writes. */
const written = ['Geheimnotiz', 'Geheimansicht', 'geheimwort'] as const;

/** Writes a note to the newest session, saves a view, and has the history searched. */
async function writeThings(page: Page): Promise<void> {
  const outcomes = await page.evaluate(async ([note, name, text]) => {
    const { tagwerk } = window as unknown as { tagwerk: Bridge };
    const keys = { clients: [], technicians: [], types: [], states: [], invoices: [] };
    const query = {
      filter: { text: '', period: 'all' as const, ...keys },
      sort: { column: 'date' as const, descending: true },
      group: 'none' as const,
    };
    const found = await tagwerk.invoke('history.search', query);
    const first = found.ok ? found.value?.page[0] : null;
    const id = first?.kind === 'session' ? first.row.id : '';
    const view = {
      name,
      query: { ...query, filter: { ...query.filter, text } },
      columns: [{ column: 'date' as const, width: null }],
    };
    return [
      await tagwerk.invoke('history.setNote', { id, note }),
      await tagwerk.invoke('history.saveView', { view, replaces: null }),
    ];
  }, written);
  for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: true });
}

test('keeps the tokens out of profile, logs, page and child environments', async ({
  serve,
  launch,
  profile,
}) => {
  const sandbox = await serve();
  const { integratorToken, userToken } = sandbox.tokens;
  const { app, page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
  await page.getByRole('link', { name: 'Settings' }).click();

  // A JWT's head; less of it would be found by chance in a few megabytes of encrypted history.
  expect(filesWith(profile, [integratorToken, userToken, 'eyJhbGciOi'])).toEqual([]);
  const rendered = await page.evaluate(() => {
    const storage = JSON.stringify({ ...localStorage, ...sessionStorage });
    const fields = [...document.querySelectorAll('input')].map((input) => input.value);
    return [document.documentElement.outerHTML, storage, JSON.stringify(history.state), ...fields];
  });
  for (const text of rendered) {
    expect(text).not.toContain(integratorToken);
    expect(text).not.toContain(userToken);
  }
  const environment = await app.evaluate(() => JSON.stringify(process.env));
  expect(environment).not.toContain(integratorToken);
  expect(environment).not.toContain(userToken);
});

test('keeps the history unreadable on disk', async ({ serve, launch, profile }) => {
  const sandbox = await serve();
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
  const names = [...sandbox.allSessions()]
    .slice(0, 50)
    .flatMap(({ id, clientCompany }) => [
      id,
      ...(clientCompany ? [clientCompany.companyFolderDisplayName] : []),
    ]);
  await writeThings(page);
  expect(filesWith(profile, [...names, ...written])).toEqual([]);
});

test('removes everything at sign-out', async ({ serve, launch, profile }) => {
  const sandbox = await serve();
  const first = await launch({ sandbox });
  await signIn(first.page, sandbox);
  await expect(logged(first.page)).toHaveText(/^\d+:\d\d$/);
  expect(readdirSync(profile)).toContain('history.sqlite');
  await writeThings(first.page);

  await first.page.getByRole('link', { name: 'Settings' }).click();
  await first.page.getByRole('button', { name: 'Sign out' }).click();
  await first.page.getByRole('button', { name: 'Sign out and remove' }).click();
  await expect(first.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  const left = readdirSync(profile, { recursive: true, encoding: 'utf8' });
  expect(left.filter((name) => /history|discovery/.test(name))).toEqual([]);
  const ids = [...sandbox.allSessions()].map((session) => session.id);
  expect(filesWith(profile, [...ids, ...written, sandbox.ownEmail, sandbox.url])).toEqual([]);
  await first.app.close();

  const second = await launch();
  await expect(second.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
