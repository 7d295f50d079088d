import { describe, expect, it } from 'vitest';
import { verifyTokens } from '../../../../src/main/pcvisit/index.ts';
import { sampleCertificate } from '../../../sandbox/sample-certificate.ts';
import {
  asking,
  buying,
  everything,
  failing,
  limits,
  openApi,
  problemOf,
  tokens,
  wellBut,
} from '../../../support/pcvisit/harness.ts';
import { edge } from '../../../support/pcvisit/nodes.ts';
import { openServer } from '../../../support/pcvisit/open-server.ts';
import type { Reply, ScriptedServer } from '../../../support/pcvisit/scripted-server.ts';

/** A server that answers every purchase the same way. */
async function answering(reply: Reply): Promise<ScriptedServer> {
  const server = await openServer(() => reply);
  return server;
}

const html = { 'content-type': 'text/html; charset=utf-8' };
const page = '<!DOCTYPE html><html><form>Anmelden</form></html>';
const text = { 'content-type': 'text/plain' };
const ask = (url: URL) => problemOf(openApi(url).api.sessions(everything));

describe('the way to the server', () => {
  it.each<[string, Reply, object]>([
    ['a login page', { headers: html, body: page }, { code: 'login-page', status: 200 }],
    ['a login page with 401', { status: 401, headers: html, body: page }, { code: 'login-page' }],
    ['a login page that calls itself text', { headers: text, body: page }, { code: 'login-page' }],
    ['another JSON', { body: { status: 'ok' } }, { code: 'not-graphql', status: 200 }],
    ['a list', { body: [1, 2] }, { code: 'not-graphql' }],
    ['a bare null', { body: 'null' }, { code: 'not-graphql' }],
    ['plain text', { headers: text, body: 'hello' }, { code: 'not-graphql' }],
    ['an empty text', { headers: text, body: '' }, { code: 'not-graphql' }],
    [
      '405',
      { status: 405, headers: text, body: 'POST is not allowed' },
      { code: 'not-graphql', status: 405 },
    ],
    ['404', { status: 404, headers: html, body: page }, { code: 'not-found', status: 404 }],
    ['404 in JSON', { status: 404, body: { message: 'Not Found' } }, { code: 'not-found' }],
    [
      '500',
      { status: 500, headers: html, body: '<h1>Oops</h1>' },
      { code: 'server-error', status: 500 },
    ],
    ['500 in JSON', { status: 500, body: { message: 'Oops' } }, { code: 'server-error' }],
    ['503', { status: 503, headers: text, body: '' }, { code: 'server-error', status: 503 }],
    ['broken JSON', { body: '{"data":{"SiRetrieve' }, { code: 'malformed-response' }],
    [
      'a JWT of the wrong shape',
      { body: { data: { [buying]: { token: 7 } } } },
      { code: 'malformed-response' },
    ],
    ['no data', { body: { data: {} } }, { code: 'malformed-response' }],
  ])('%s', async (_, reply, expected) => {
    const { url } = await answering(reply);
    expect(await ask(url)).toMatchObject({ host: url.host, ...expected });
  });

  it.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed', async (status) => {
    const elsewhere = await answering({ body: { data: edge([]) } });
    const { url } = await answering({ status, headers: { location: elsewhere.url.href } });
    expect(await ask(url)).toMatchObject({ code: 'redirected', status });
    expect(elsewhere.asked).toHaveLength(0);
  });

  it('a certificate nobody vouches for', async () => {
    const server = await openServer(() => ({ body: {} }), sampleCertificate);
    expect(await ask(server.url)).toEqual({ code: 'tls', host: server.url.host });
    expect(server.asked).toHaveLength(0);
  });

  it('TLS spoken to a server that does not', async () => {
    const { url } = await answering({ body: {} });
    expect(await ask(new URL(url.href.replace('http:', 'https:')))).toMatchObject({ code: 'tls' });
  });

  it('a name that does not exist', async () => {
    expect(await ask(new URL('https://nobody.invalid/graphql'))).toEqual({
      code: 'offline',
      host: 'nobody.invalid',
    });
  });

  it('a port where nobody listens', async () => {
    const server = await answering({});
    await server.close();
    expect(await ask(server.url)).toMatchObject({ code: 'offline' });
  });

  it('an address that is none for an API', async () => {
    const fetches: unknown[] = [];
    const fetch: typeof globalThis.fetch = (input) => {
      fetches.push(input);
      return Promise.reject(new Error('asked'));
    };
    for (const address of ['http://pcvisit.example/graphql', 'ftp://x/', 'https://u:p@x/graphql']) {
      const { api } = openApi(new URL(address), { fetch });
      expect(await problemOf(api.sessions(everything))).toMatchObject({ code: 'invalid-endpoint' });
    }
    expect(fetches).toEqual([]);
  });

  it('silence, before the first byte and after it', async () => {
    for (const hang of ['at once', 'halfway'] as const) {
      const { url } = await answering({ hang, body: { data: edge([]) } });
      const { api } = openApi(url, { limits: { ...limits, silenceMs: 300 } });
      const problem = await problemOf(api.sessions(everything));
      expect(problem).toEqual({ code: 'timeout', host: url.host });
    }
  });

  it('an answer that trickles for ever', async () => {
    const { url } = await answering({ endless: ' ' });
    const { api } = openApi(url, { limits: { ...limits, totalMs: 300, bodyBytes: 1e9 } });
    expect(await problemOf(api.sessions(everything))).toMatchObject({ code: 'timeout' });
  });

  it('an answer without end, or announced too large', async () => {
    for (const reply of [{ endless: 'x'.repeat(65_536) }, { body: 'x'.repeat(4_000_001) }]) {
      const { url } = await answering(reply);
      expect(await ask(url)).toMatchObject({ code: 'malformed-response', status: 200 });
    }
  });
});

describe('what the server says', () => {
  const deps = (url: URL) => ({
    endpoint: url,
    tokens,
    fetch: globalThis.fetch,
    clock: () => 0,
    log: () => undefined,
    limits: { retryDelayMs: 1 },
  });

  it('passes on a refusal with its words, made fit to be shown', async () => {
    const comment_for_user = `Ihr Vertrag\n\u202Eist\u0000 abgelaufen. ${'x'.repeat(9_000)}`;
    const comment_for_dev = 'the contract of customer 4711 has ended';
    const reply = failing(asking, 'ContractEnded', { comment_for_user, comment_for_dev });
    const server = await openServer(
      wellBut(({ operation }) => (operation === asking ? reply : undefined)),
    );
    const { api, logs } = openApi(server.url);
    const problem = await problemOf(api.sessions(everything));
    expect(problem).toMatchObject({ code: 'refused', errorId: 'ContractEnded' });
    expect(problem.userComment).toMatch(/^Ihr Vertrag ist abgelaufen\. x+…$/);
    expect(problem.userComment).toHaveLength(500);
    expect(JSON.stringify(problem)).not.toContain('4711');
    expect(logs).toContainEqual(
      expect.objectContaining({ event: 'pcvisit.failure', comment: comment_for_dev }),
    );
  });

  it.each<[string, Reply, object]>([
    [
      'a Failure',
      failing(buying, 'UnknownUser', { comment_for_user: 'Unbekannt' }),
      { errorId: 'UnknownUser', userComment: 'Unbekannt' },
    ],
    ['a Failure about tokens', failing(buying, 'InvalidApiToken'), { errorId: 'InvalidApiToken' }],
    ['401', { status: 401, body: { message: 'no' } }, { status: 401 }],
    [
      'an UNAUTHENTICATED error',
      { body: { errors: [{ message: 'x', extensions: { code: 'UNAUTHENTICATED' } }] } },
      { errorId: 'UNAUTHENTICATED' },
    ],
    [
      'tokens that are none',
      { status: 400, body: { errors: [{ message: 'x', extensions: { code: 'BAD_USER_INPUT' } }] } },
      { errorId: 'BAD_USER_INPUT' },
    ],
  ])('%s at the purchase means the tokens', async (_, reply, expected) => {
    const { url, asked } = await answering(reply);
    const { api, rejections } = openApi(url);
    const problem = await problemOf(api.sessions(everything));
    expect(problem).toMatchObject({ code: 'tokens-rejected', ...expected });
    expect(rejections).toEqual([problem]);
    expect(await problemOf(verifyTokens(deps(url)))).toEqual(problem);
    expect(asked).toHaveLength(2);
  });

  it('tells another GraphQL API from rejected tokens', async () => {
    const message = 'Cannot query field "SiRetrieveSignedJwt" on type "Query".';
    const { url } = await answering({ status: 400, body: { errors: [{ message }] } });
    expect(await problemOf(verifyTokens(deps(url)))).toMatchObject({
      code: 'refused',
      status: 400,
    });
  });

  it("takes an error while executing for the server's own", async () => {
    const errors = [{ message: 'boom', path: [asking] }];
    const server = await openServer(
      wellBut(({ operation }) =>
        operation === asking ? { body: { data: { [asking]: null }, errors } } : undefined,
      ),
    );
    expect(await ask(server.url)).toMatchObject({ code: 'server-error' });
  });

  it('survives errors of every odd form', async () => {
    const odd = [null, 7, 'x', {}, { message: 7 }, { message: 'x', path: 7, extensions: 'y' }, []];
    for (const error of odd) {
      const { url } = await answering({ body: { errors: [error] } });
      const { code } = await problemOf(verifyTokens(deps(url)));
      expect(['refused', 'not-graphql']).toContain(code);
    }
  });

  it('buys a JWT to try tokens out, and tells whose they are', async () => {
    const server = await openServer(wellBut(() => undefined));
    expect(await verifyTokens(deps(server.url))).toEqual({ customerUuid: 'company-1' });
    expect(server.asked.map(({ operation }) => operation)).toEqual([buying]);
  });
});
