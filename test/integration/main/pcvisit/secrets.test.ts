import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { verifyTokens } from '../../../../src/main/pcvisit/index.ts';
import {
  asking,
  buying,
  discovering,
  everything,
  failing,
  jwtOf,
  limits,
  openApi,
  sold,
  tokens,
  wellBut,
} from '../../../support/pcvisit/harness.ts';
import { openServer } from '../../../support/pcvisit/open-server.ts';
import type { Reply } from '../../../support/pcvisit/scripted-server.ts';

const jwt = jwtOf({ iat: 1_763_900_000, exp: 1_763_903_600 }, 'secret');
const json = (value: string) => JSON.stringify(value).slice(1, -1);
const traces = [tokens.integratorToken, tokens.userToken, jwt].flatMap((secret) => [
  secret,
  json(secret),
  encodeURIComponent(secret),
]);
/** What remains of them even where they were cut. */
const fragments = ['canary', jwt.split('.')[1] ?? ''];

/** Everything a value holds, causes and hidden properties included. */
function written(value: unknown): string {
  const seen = new Set<unknown>();
  const parts: string[] = [];
  const walk = (one: unknown) => {
    if (typeof one === 'string') parts.push(one);
    if (typeof one !== 'object' || one === null || seen.has(one)) return;
    seen.add(one);
    for (const key of Reflect.ownKeys(one)) {
      parts.push(String(key));
      walk(Reflect.get(one, key));
    }
  };
  walk(value);
  return `${parts.join('\n')}\n${inspect(value, { depth: 20, showHidden: true })}\n${JSON.stringify(value)}`;
}

function expectNoSecret(value: unknown): void {
  const all = written(value);
  for (const trace of [...traces, ...fragments]) expect(all).not.toContain(trace);
}

/** What an indiscreet server says of everything it knows. */
const gossip = `${tokens.integratorToken} ${tokens.userToken} ${jwt} Retry-After: 3`;
const comments = { comment_for_user: gossip, comment_for_dev: gossip };
const errors = [{ message: gossip, extensions: { code: gossip, token: gossip } }];

const indiscretions: [string, Reply][] = [
  ['a Failure', failing(asking, 'Refused', comments)],
  ['a Failure named after a token', failing(asking, tokens.userToken, comments)],
  ['a rejection', failing(asking, 'JwtExpired', comments)],
  ['a rate limit', failing(asking, 'TimeOut', comments)],
  ['GraphQL errors', { body: { errors } }],
  ['GraphQL errors and no data', { status: 500, body: { data: null, errors } }],
  ['broken JSON', { body: `{"data":"${json(gossip)}` }],
  ['JSON that begins with a token', { body: `{${gossip}` }],
  ['other JSON', { body: { gossip } }],
  ['a page', { headers: { 'content-type': 'text/html' }, body: `<html>${gossip}` }],
  ['text', { headers: { 'content-type': 'text/plain' }, body: gossip }],
  ['an error page', { status: 500, headers: { 'content-type': 'text/plain' }, body: gossip }],
  ['a redirect', { status: 302, headers: { location: `/?${encodeURIComponent(gossip)}` } }],
  ['a cut', { cut: 'halfway', body: gossip }],
];

describe('no token leaves the client', () => {
  it.each(indiscretions)('through %s', async (_, reply) => {
    for (const operation of [asking, discovering]) {
      const server = await openServer(
        wellBut((asked) => {
          if (asked.operation === buying) return sold(jwt);
          return asked.operation === operation ? reply : undefined;
        }),
      );
      const { api, logs, disk, rejections } = openApi(server.url);
      const error: unknown = await api.sessions(everything).catch((reason: unknown) => reason);
      expectNoSecret([error, logs, [...disk], rejections]);
      if (operation === asking) expect(error).toBeInstanceOf(Error);
    }
  });

  it.each(indiscretions)('while buying a JWT, through %s', async (_, reply) => {
    const body = JSON.parse(JSON.stringify(reply.body ?? '').replaceAll(asking, buying)) as unknown;
    const server = await openServer(() => ({ ...reply, body }));
    const { api, logs, rejections } = openApi(server.url);
    const error: unknown = await api.sessions(everything).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    const verified: unknown = await verifyTokens({
      endpoint: server.url,
      tokens,
      fetch,
      clock: Date.now,
      log: () => undefined,
      limits,
    }).catch((reason: unknown) => reason);
    expectNoSecret([error, verified, logs, rejections]);
  });

  it('through what fetch itself says of headers and addresses', async () => {
    const quoting: typeof fetch = (_, init) =>
      Promise.reject(
        new TypeError(`Invalid value for header 'Authorization': '${JSON.stringify(init)}'`, {
          cause: new Error(gossip),
        }),
      );
    const { api, logs } = openApi(new URL('https://pcvisit.example/graphql'), { fetch: quoting });
    const error: unknown = await api.sessions(everything).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ problem: { code: 'unexpected' } });
    expectNoSecret([error, logs]);
  });

  it('to anywhere but the one body they are meant for', async () => {
    const server = await openServer(
      wellBut(({ operation }) => (operation === buying ? sold(jwt) : undefined)),
    );
    const { api, logs, disk } = openApi(server.url);
    await api.sessions(everything);
    expectNoSecret([api, logs, [...disk]]);
    for (const { operation, variables, query, url, headers } of server.asked) {
      const { authorization, ...others } = headers;
      expectNoSecret([query, url, others]);
      if (operation === buying) {
        expect(authorization).toBeUndefined();
        expect(variables).toEqual({
          integratorApiToken: tokens.integratorToken,
          userApiToken: tokens.userToken,
        });
      } else {
        expectNoSecret(variables);
        expect(authorization).toBe(`Bearer ${jwt}`);
      }
      expect(headers).not.toHaveProperty('cookie');
    }
  });
});
