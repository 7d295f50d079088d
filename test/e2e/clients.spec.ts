import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type {
  Bridge,
  CallName,
  RequestArgument,
  Response,
} from '../../src/shared/bridge/contract.ts';
import { expect, test } from './support/fixtures.ts';
import { logged, signIn } from './support/pages.ts';

/** Asks main what the page would ask. */
async function ask<N extends CallName>(
  page: Page,
  name: N,
  ...request: RequestArgument<N>
): Promise<Response<N>> {
  const answer: unknown = await page.evaluate(
    ([call, text]) => {
      const { tagwerk } = window as unknown as { tagwerk: Bridge };
      const invoke = tagwerk.invoke as (name: string, request?: unknown) => Promise<unknown>;
      return text === null ? invoke(call) : invoke(call, JSON.parse(text));
    },
    [name as string, request.length === 0 ? null : JSON.stringify(request[0])] as const,
  );
  return answer as Response<N>;
}

function valueOf<T>(outcome: { ok: true; value: T } | { ok: false; problem: unknown }): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.problem));
}

/** Files below a folder that hold one of the texts. */
function filesWith(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .filter((file) => texts.some((text) => readFileSync(file).includes(text)));
}

test('cards are fetched, kept for later without a server, and gone with the account', async ({
  serve,
  launch,
  profile,
}) => {
  const sandbox = await serve();
  const first = await launch({ sandbox });
  await signIn(first.page, sandbox);
  await expect(logged(first.page)).toHaveText(/^\d+:\d\d$/);

  const own = valueOf(await ask(first.page, 'clients.refreshImprint', { client: null }));
  expect(own).toMatchObject({
    status: 'found',
    card: { companyName: 'Elbmarsch IT-Service GmbH' },
  });
  expect(own.card?.picture).toMatch(/^data:image\/png;base64,/);
  // The page shows it, and has no other way to a picture.
  const width = await first.page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    return image.naturalWidth;
  }, own.card?.picture ?? '');
  expect(width).toBe(80);

  const { clients } = valueOf(await ask(first.page, 'clients.list'));
  expect(clients.length).toBeGreaterThan(10);
  const person = valueOf(await ask(first.page, 'people.find', { email: sandbox.ownEmail }));
  const payload = valueOf(
    await ask(first.page, 'people.tokenPayload', { userId: person.card?.userId ?? '' }),
  );
  expect(JSON.parse(payload.payload)).toMatchObject({ sub: person.card?.userId });

  const secrets = Object.values(payload);
  const card = ['Elbmarsch IT-Service', 'C004711', 'Lübbers', sandbox.customerUuid];
  expect(filesWith(profile, [...secrets, ...card])).toEqual([]);
  await first.app.close();
  expect(filesWith(profile, [...secrets, ...card])).toEqual([]);

  sandbox.setFaults({ inject: [{ kind: 'http-502' }] });
  const second = await launch({ sandbox });
  await expect(logged(second.page)).toHaveText(/^\d+:\d\d$/);
  const offline = valueOf(await ask(second.page, 'clients.imprint', { client: null }));
  expect(offline.card).toEqual(own.card);
  expect(valueOf(await ask(second.page, 'people.find', { email: sandbox.ownEmail })).card).toEqual(
    person.card,
  );

  expect(await ask(second.page, 'account.signOut')).toMatchObject({ ok: true });
  expect(await ask(second.page, 'clients.imprint', { client: null })).toMatchObject({
    ok: false,
    problem: { code: 'invalid-request' },
  });
  expect(filesWith(profile, [...secrets, ...card])).toEqual([]);
});
