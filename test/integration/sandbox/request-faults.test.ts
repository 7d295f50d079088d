import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, noFaults, type FaultKind, type Sandbox } from '../../sandbox/index.ts';
import { sampleCertificate } from '../../sandbox/sample-certificate.ts';
import reference from '../../sandbox/reference.json' with { type: 'json' };
import { buildSandboxSchema } from '../../sandbox/index.ts';
import { ask, historyQuery, monday, post, serve, signIn } from './support.ts';

let sandbox: Sandbox;
let jwt: string;
const now = (): number => monday;

beforeAll(async () => {
  sandbox = await startSandbox({ sessions: 40, now });
  jwt = await signIn(sandbox);
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.setFaults(noFaults));

function history(): Promise<Response> {
  return post(sandbox, historyQuery, { company: sandbox.customerUuid }, jwt);
}

function befall(kind: FaultKind): Promise<Response> {
  sandbox.setFaults({ inject: [{ kind, times: 1 }] });
  return history();
}

async function isSound(response: Response): Promise<boolean> {
  const answer = (await response.json()) as { data: { AcQuerySessionsHistory: object } };
  return response.status === 200 && 'nodes' in answer.data.AcQuerySessionsHistory;
}

describe('a fault of a single request', () => {
  it.each([
    ['http-500', 500],
    ['http-502', 502],
    ['http-429', 429],
  ] as const)('%s', async (kind, status) => {
    const response = await befall(kind);
    expect(response.status).toBe(status);
    expect(response.headers.get('retry-after')).toBe(kind === 'http-429' ? '1' : null);
    expect(await isSound(await history())).toBe(true);
  });

  it('login-page: HTML with status 200', async () => {
    const response = await befall('login-page');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toMatch(/^<!doctype html>/);
  });

  it('redirect: to a login page that is there', async () => {
    const response = await befall('redirect');
    expect(response.status).toBe(302);
    const page = await fetch(new URL(response.headers.get('location') ?? '', sandbox.url));
    expect(page.headers.get('content-type')).toContain('text/html');
  });

  it('not-graphql: JSON without data', async () => {
    expect(await (await befall('not-graphql')).json()).not.toHaveProperty('data');
  });

  it('graphql-errors: errors without data', async () => {
    expect(await (await befall('graphql-errors')).json()).toMatchObject({
      data: null,
      errors: [{ message: 'Unexpected error.' }],
    });
  });

  it('malformed: no JSON, with status 200', async () => {
    const response = await befall('malformed');
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toBeInstanceOf(SyntaxError);
  });

  it('truncated: half of it, with a length that fits', async () => {
    const response = await befall('truncated');
    const text = await response.text();
    expect(Number(response.headers.get('content-length'))).toBe(Buffer.byteLength(text));
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  });

  it('cut: the connection ends before the body does', async () => {
    const response = await befall('cut');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect(await isSound(await history())).toBe(true);
  });

  it.each(['time-out', 'try-again-later'] as const)(
    '%s: a failure that says when',
    async (kind) => {
      const error = kind === 'time-out' ? 'TimeOut' : 'TryAgainLater';
      sandbox.setFaults({ retryAfter: { seconds: 30, form: 'seconds' } });
      expect(await (await befall(kind)).json()).toMatchObject({
        data: { AcQuerySessionsHistory: { error, comment_for_dev: 'Retry-After: 30' } },
      });
      sandbox.setFaults({ retryAfter: { seconds: 90, form: 'date' } });
      const date = new Date(monday + 90_000).toUTCString();
      expect(await (await befall(kind)).json()).toMatchObject({
        data: { AcQuerySessionsHistory: { comment_for_dev: `Retry-After: ${date}` } },
      });
      expect((await befall('http-429')).headers.get('retry-after')).toBe(date);
    },
  );

  it('failure: every one of the error ids, on a chosen query', async () => {
    const ids = buildSandboxSchema().getType('ErrorIDs');
    const names = ids && 'getValues' in ids ? ids.getValues().map(({ name }) => name) : [];
    expect(names).toHaveLength(reference.types.ErrorIDs.values.length);
    const email = 'query { SiFindUserByMail(email: "x@y.example") { __typename } }';
    for (const error of names) {
      const operation = 'AcQuerySessionsHistory';
      const commentForUser = 'Für Sie: <b>nichts</b>';
      sandbox.setFaults({ inject: [{ kind: 'failure', operation, error, commentForUser }] });
      expect(await (await history()).json()).toMatchObject({
        data: { AcQuerySessionsHistory: { error, comment_for_user: commentForUser } },
      });
      expect(sandbox.faults.inject).toHaveLength(1);
    }
    const other = (await (await post(sandbox, email, {}, jwt)).json()) as object;
    expect(other).toMatchObject({ data: { SiFindUserByMail: { __typename: 'Failure' } } });
    expect(() => sandbox.setFaults({ inject: [{ kind: 'failure', error: 'Nope' }] })).toThrow(
      /inject/,
    );
  });

  it('befalls introspection by HTTP, which has no failures', async () => {
    const query = '{ __schema { queryType { name } } }';
    sandbox.setFaults({ inject: [{ kind: 'try-again-later', operation: 'introspection' }] });
    expect((await post(sandbox, query)).status).toBe(429);
    sandbox.setFaults({ inject: [{ kind: 'failure', operation: 'introspection' }] });
    expect((await post(sandbox, query)).status).toBe(500);
    expect(await isSound(await history())).toBe(true);
  });
});

it('lets every tenth request fail, each time otherwise', async () => {
  sandbox.setFaults({ everyNth: { n: 10, kind: ['http-500', 'login-page', 'http-429'] } });
  const statuses: number[] = [];
  for (let count = 0; count < 40; count += 1) statuses.push((await history()).status);
  const struck = [9, 19, 29, 39].map((index) => statuses[index]);
  expect(struck).toEqual([500, 200, 429, 500]);
  expect(statuses.filter((status) => status === 200)).toHaveLength(37);
});

it('answers slowly where that is switched on', async () => {
  sandbox.setFaults({ slowMs: 60_000 });
  const answer = history();
  const quicker = await Promise.race([
    answer,
    new Promise((resolve) => setTimeout(resolve, 150, 'x')),
  ]);
  expect(quicker).toBe('x');
  // Nobody waits for it: the sandbox ends under it.
  answer.catch(() => undefined);
});

describe('introspection', () => {
  it('is refused where that is switched on, and only that', async () => {
    sandbox.setFaults({ introspectionOff: true });
    await expect(ask(sandbox, '{ __schema { queryType { name } } }')).rejects.toThrow(
      /introspection/i,
    );
    await expect(ask(sandbox, '{ __type(name: "Pagination") { name } }')).rejects.toThrow();
    expect(await isSound(await history())).toBe(true);
    sandbox.setFaults({ introspectionOff: false });
    expect(await ask(sandbox, '{ __schema { queryType { name } } }')).toMatchObject({
      queryType: { name: 'Query' },
    });
  });
});

it('serves TLS with a certificate that nobody vouches for', async () => {
  const own = await serve({ tls: sampleCertificate });
  expect(own.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/graphql$/);
  await expect(post(own, '{ __typename }')).rejects.toMatchObject({
    cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  });
});
