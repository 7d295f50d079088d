import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './support/fixtures.ts';
import { firstSyncOver, form, logged, signIn } from './support/pages.ts';

test('signs in with two tokens and shows today, and again after a restart', async ({
  serve,
  launch,
}) => {
  const sandbox = await serve();
  const first = await launch({ sandbox });
  await signIn(first.page, sandbox);
  await expect(logged(first.page)).toHaveText(/^\d+:\d\d$/);
  await first.app.close();

  const second = await launch();
  await expect(logged(second.page)).toHaveText(/^\d+:\d\d$/);
  await expect(form.submit(second.page)).toHaveCount(0);
});

test('says that the tokens are wrong and keeps what was typed', async ({ serve, launch }) => {
  const sandbox = await serve();
  const { page } = await launch({ sandbox });
  await form.integratorToken(page).fill('not-the-integrator-token');
  await form.userToken(page).fill(sandbox.tokens.userToken);
  await form.ownEmail(page).fill('technik@example.de');
  await form.submit(page).click();

  await expect(page.getByRole('alert')).toContainText('does not accept the tokens');
  await expect(page.getByRole('alert')).toContainText('What you typed is still there.');
  await expect(form.integratorToken(page)).toHaveValue('not-the-integrator-token');
  await expect(form.userToken(page)).toHaveValue(sandbox.tokens.userToken);
  await expect(form.ownEmail(page)).toHaveValue('technik@example.de');

  await form.integratorToken(page).fill(sandbox.tokens.integratorToken);
  await form.submit(page).click();
  await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
});

const wrongServers: readonly { name: string; answer: RequestListener; says: string }[] = [
  {
    name: 'a login page',
    answer: (_, response) => response.setHeader('content-type', 'text/html').end('<html>Login'),
    says: 'A login page answers instead of the API',
  },
  {
    name: 'a redirect',
    answer: (_, response) =>
      response.writeHead(302, { location: 'https://example.invalid/' }).end(),
    says: 'redirects to another address',
  },
  {
    name: 'something that is no GraphQL',
    answer: (_, response) =>
      response.setHeader('content-type', 'application/json').end('{"hello":"world"}'),
    says: 'Something other than the pcvisit API',
  },
  {
    name: 'an address with nothing there',
    answer: (_, response) => response.writeHead(404).end(),
    says: 'There is nothing at this address',
  },
  {
    name: 'a server in trouble',
    answer: (_, response) => response.writeHead(500).end(),
    says: 'The server ran into an error',
  },
];

for (const { name, answer, says } of wrongServers) {
  test(`tells ${name} from everything else`, async ({ launch }) => {
    const server = createServer(answer).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const { page } = await launch({ args: [`--endpoint=http://127.0.0.1:${port}/graphql`] });
    await form.integratorToken(page).fill('one');
    await form.userToken(page).fill('two');
    await form.submit(page).click();
    await expect(page.getByRole('alert')).toContainText(says);
    await expect(form.userToken(page)).toHaveValue('two');
    server.close();
  });
}

test('says that nobody answers where the server is gone', async ({ serve, launch }) => {
  const sandbox = await serve();
  await sandbox.close();
  const { page } = await launch({ sandbox });
  await signIn(page, sandbox);
  await expect(page.getByRole('alert')).toContainText('No connection to the server.');
});

test('offers to go on in memory where there is no keychain, and keeps nothing', async ({
  serve,
  launch,
}) => {
  test.skip(process.platform !== 'linux', 'only Linux can be without a keychain');
  const sandbox = await serve();
  const first = await launch({ sandbox, keychain: 'none' });
  await signIn(first.page, sandbox);
  await expect(first.page.getByRole('alert')).toContainText('No keychain answers');
  await first.page.getByRole('button', { name: 'Sign in for this session only' }).click();
  await expect(logged(first.page)).toHaveText(/^\d+:\d\d$/);
  await first.app.close();

  const second = await launch({ sandbox, keychain: 'none' });
  await expect(form.submit(second.page)).toBeVisible();
  await expect(form.userToken(second.page)).toHaveValue('');
});

test('refuses an endpoint that is neither https nor this machine', async ({ launch }) => {
  const { page } = await launch();
  await page.getByText('Advanced').click();
  await form.endpoint(page).fill('http://api.example.com/graphql');
  await form.integratorToken(page).fill('one');
  await form.userToken(page).fill('two');
  await form.submit(page).click();
  await expect(page.getByText('Enter an https address')).toBeVisible();
});

test('tries out with sample data, without any account', async ({ launch }) => {
  const { page } = await launch();
  await page.getByRole('button', { name: 'Try it without an account' }).click();
  await expect(logged(page)).toHaveText(/^\d+:\d\d$/);
  await expect(page.getByText('Sample data')).toBeVisible();
});

test('comes back to sign-in when the tokens are revoked, with the history still readable', async ({
  serve,
  launch,
}) => {
  const sandbox = await serve();
  const first = await launch({ sandbox });
  await signIn(first.page, sandbox);
  await firstSyncOver(first.page);
  const before = await logged(first.page).innerText();
  await first.app.close();

  sandbox.setFaults({ tokensRevoked: true });
  const { page } = await launch();
  await expect(page.getByText('does not accept the tokens')).toBeVisible();
  await page.getByRole('button', { name: 'Show my history' }).click();
  await expect(logged(page)).toHaveText(before);
});
