import { expect, test } from './support/fixtures.ts';
import { clipboardText, inHistory, toHistory, turnToHistory } from './support/history.ts';
import { signIn } from './support/pages.ts';

const { search, found, measured, list, lines, filter, panel } = inHistory;

test('finds sessions while one types, exactly those and no others', async ({ serve, launch }) => {
  const sandbox = await serve();
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await toHistory(page);
  const all = [...sandbox.allSessions()];
  await expect(found(page)).toHaveText(String(all.length));
  await expect(search(page)).toBeFocused();

  const names = all.map(({ clientCompany }) => clientCompany?.companyFolderDisplayName ?? '');
  const client = names.find((name) => /[äöüß]/.test(name)) ?? '';
  const expected = all.filter(
    ({ clientCompany }) => clientCompany?.companyFolderDisplayName === client,
  );
  const typed = client.toUpperCase();
  await page.keyboard.type(`client:"${typed}`);
  await expect(found(page)).toHaveText(String(expected.length));
  await expect(page.locator('mark').first()).toHaveText(client);
  await page.keyboard.press('Escape');
  await expect(found(page)).toHaveText(String(all.length));

  await page.keyboard.type('from:31.2. nonsense:1');
  await expect(page.getByText('“from:31.2.” names no date')).toBeVisible();
  await expect(page.getByText('“nonsense:1” is no search word')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear the search' }).last().click();
  await expect(found(page)).toHaveText(String(all.length));
});

test('filters with counts that hold, groups with subtotals, and goes back and forth', async ({
  serve,
  launch,
}) => {
  const sandbox = await serve();
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await toHistory(page);
  const all = await found(page).innerText();

  await filter(page, 'Invoice').click();
  const open = page.getByRole('checkbox', { name: /^Open/ });
  const label = page.getByRole('listitem').filter({ has: open });
  const count = (await label.innerText()).replace(/\D/g, '');
  await open.check();
  await expect(found(page)).toHaveText(count);
  await page.keyboard.press('Escape');
  await expect(filter(page, 'Invoice')).toHaveText('Open');

  await page.getByLabel('Group the list').selectOption('client');
  await expect(lines(page).first()).toContainText(/\d+ sessions?/);
  await expect(lines(page).first()).toContainText('billable');

  await page.goBack();
  await expect(page.getByLabel('Group the list')).toHaveValue('none');
  await page.goBack();
  await expect(found(page)).toHaveText(all);
  await page.goForward();
  await expect(found(page)).toHaveText(count);
  await page.reload();
  await expect(found(page)).toHaveText(count);
  await page.getByRole('button', { name: 'Remove the filter “Invoice”' }).click();
  await expect(found(page)).toHaveText(all);
});

test('finds a saved view and its sessions again after a restart, without a network', async ({
  serve,
  launch,
}) => {
  const sandbox = await serve();
  const first = await launch({ sandbox });
  await signIn(first.page, sandbox);
  await toHistory(first.page);
  await first.page.keyboard.type('type:remote');
  await filter(first.page, 'Period').click();
  await first.page.getByRole('radio', { name: /^This year/ }).check();
  await first.page.keyboard.press('Escape');
  await first.page.getByRole('button', { name: /^Views/ }).click();
  await first.page.getByLabel('Save this search as').fill('Remote <b>this</b> year');
  await first.page.keyboard.press('Enter');
  await expect(first.page.getByText('“Remote <b>this</b> year” is saved.')).toBeVisible();
  // The search was asked before the view was saved, so it has been answered by now.
  const [count, time] = [
    await found(first.page).innerText(),
    await measured(first.page).innerText(),
  ];
  expect(Number(count)).toBeGreaterThan(0);
  await first.app.close();
  await sandbox.close();

  const { page } = await launch();
  await turnToHistory(page);
  await page.getByRole('button', { name: /^Views/ }).click();
  await page.getByRole('button', { name: 'Remote <b>this</b> year', exact: true }).click();
  await expect(found(page)).toHaveText(count);
  await expect(measured(page)).toHaveText(time);
  await expect(search(page)).toHaveValue('type:remote');
  await expect(page.getByText('No connection to the server.', { exact: true })).toBeVisible();
  await expect(page.getByText(/Your data as of .* stays visible/)).toBeVisible();
});

test('is used by keyboard: from the search through the list into a session and back', async ({
  serve,
  launch,
}) => {
  const sandbox = await serve();
  const { app, page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await toHistory(page);
  await page.keyboard.press('ArrowDown');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('End');
  const count = Number(await found(page).innerText());
  await expect(page.locator(`[data-line="${count - 1}"]`)).toBeInViewport();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+C');
  await expect(page.getByText('2 rows copied.')).toBeVisible();
  const copied = (await clipboardText(app)).split('\r\n');
  expect(copied[0]?.split('\t').slice(0, 3)).toEqual(['Date', 'Start', 'Client']);
  expect(copied).toHaveLength(4);

  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { level: 2 })).toBeFocused();
  await panel(page).getByRole('textbox').fill('Schlüssel beim Pförtner');
  await expect(panel(page).getByText('Saved')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(list(page)).toBeFocused();
  await expect(lines(page).first().getByTitle('Has a note')).toBeVisible();
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
});

test('a chart leads to its days, and its clients to themselves', async ({ serve, launch }) => {
  const sandbox = await serve();
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await toHistory(page);
  const charts = page.getByRole('region', { name: 'Charts' });
  const client = charts.getByRole('listitem').first().getByRole('button');
  const name = (await client.innerText()).split('\n')[0] ?? '';
  await client.click();
  await expect(filter(page, 'Client')).toHaveText(name);
  await charts.getByRole('group').getByRole('button').last().click();
  await expect(filter(page, 'Period')).toHaveText(/\d{4}/);
  await expect(found(page)).toHaveText(/^[1-9]/);
  await page.getByRole('button', { name: 'Remove filters', exact: true }).click();
  await expect(page).toHaveURL(/#\/history$/);
});

test('a rounding rule is tried on what was found before it is set', async ({ serve, launch }) => {
  const sandbox = await serve();
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await toHistory(page);
  const totals = page.locator('[data-test=totals]');
  const before = await totals.innerText();
  await page.getByRole('button', { name: 'Rounding' }).click();
  await page.getByRole('radio', { name: 'Up', exact: true }).check({ force: true });
  await expect(page.getByText(/^Raises [\d:]+ h to [\d:]+ h$/)).toBeVisible();
  expect(await totals.innerText()).toBe(before);
  await page.getByRole('button', { name: 'Save rule' }).click();
  await expect(totals).not.toHaveText(before);
});
