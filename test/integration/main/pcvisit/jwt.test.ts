import { describe, expect, it } from 'vitest';
import {
  asking,
  buying,
  discovering,
  everything,
  failing,
  jwtOf,
  openApi,
  problemOf,
  sold,
  wellBut,
} from '../../../support/pcvisit/harness.ts';
import { openServer } from '../../../support/pcvisit/open-server.ts';
import type { Asked, Reply } from '../../../support/pcvisit/scripted-server.ts';

async function start(script: (asked: Asked, nth: number) => Reply | undefined) {
  const server = await openServer(wellBut(script));
  return server;
}

const minute = 60_000;
/** A hundred questions of which no two are the same. */
const hundred = (api: ReturnType<typeof openApi>['api']) =>
  Promise.all(Array.from({ length: 100 }, (_, from) => api.sessions({ from, to: null })));

const rejections: [string, Reply][] = [
  ['HTTP 401', { status: 401, body: { message: 'Unauthorized' } }],
  ['HTTP 403', { status: 403, headers: { 'content-type': 'text/plain' }, body: 'Forbidden' }],
  [
    'UNAUTHENTICATED',
    { body: { errors: [{ message: 'x', extensions: { code: 'UNAUTHENTICATED' } }] } },
  ],
  [
    'FORBIDDEN with 500',
    {
      status: 500,
      body: { data: null, errors: [{ message: 'x', extensions: { code: 'FORBIDDEN' } }] },
    },
  ],
  ['a Failure', failing(asking, 'JwtExpired')],
];

describe('the JWT', () => {
  it('goes with every query but the purchase, in the header that is set', async () => {
    const server = await start(() => undefined);
    const setting = { name: 'Authorization', scheme: 'Bearer' };
    const { api } = openApi(server.url, { jwtHeader: () => setting });
    await api.sessions(everything);
    Object.assign(setting, { name: 'X-Token', scheme: '' });
    await api.sessions(everything);
    const token = jwtOf({}, 1);
    for (const { operation, headers } of server.asked) {
      expect([undefined, `Bearer ${token}`]).toContain(headers.authorization);
      if (operation === buying) expect(headers).not.toHaveProperty('authorization');
    }
    const [first, second] = server.asked.filter(({ operation }) => operation === asking);
    expect(first?.headers.authorization).toBe(`Bearer ${token}`);
    expect(second?.headers).toMatchObject({ 'x-token': token });
    expect(second?.headers).not.toHaveProperty('authorization');
  });

  it('goes by POST alone, and is never part of an address', async () => {
    const server = await start(() => undefined);
    await openApi(server.url).api.sessions(everything);
    for (const { method, url } of server.asked) expect([method, url]).toEqual(['POST', '/graphql']);
  });

  it('is bought once for a hundred parallel queries', async () => {
    const server = await start(() => undefined);
    await hundred(openApi(server.url).api);
    expect(server.count(buying)).toBe(1);
    expect(server.count(asking)).toBe(100);
  });

  it.each([-10 * minute, 0, 10 * minute])(
    'is renewed ahead of its end with the clock %i ms off, by no sooner and no later',
    async (off) => {
      let serverNow = 0;
      const server = await start(({ operation }, nth) => {
        if (operation !== buying) return undefined;
        const iat = serverNow / 1000;
        return sold(jwtOf({ iat, exp: iat + 3_600 }, nth));
      });
      const harness = openApi(server.url);
      serverNow = harness.now - off;
      const later = async (ms: number) => {
        harness.now += ms;
        serverNow += ms;
        await harness.api.sessions(everything);
        return server.count(buying);
      };
      expect(await later(0)).toBe(1);
      expect(await later(47 * minute)).toBe(1);
      expect(await later(minute)).toBe(2);
    },
  );

  it('that lives for 5 s costs one purchase every 2.5 s, not one per query', async () => {
    const server = await start(({ operation }, nth) =>
      operation === buying ? sold(jwtOf({ iat: 1_000, exp: 1_005 }, nth)) : undefined,
    );
    const harness = openApi(server.url);
    for (let second = 0; second < 10; second++) {
      await harness.api.sessions(everything);
      await harness.api.sessions(everything);
      harness.now += 1_000;
    }
    expect(server.count(buying)).toBe(4);
  });

  it.each(rejections)('is renewed once where the server says %s', async (_, rejection) => {
    let good = jwtOf({}, 1);
    const server = await start(({ operation, headers }, nth) => {
      if (operation === buying) return sold((good = jwtOf({}, nth)));
      return operation === asking && headers.authorization !== `Bearer ${good}`
        ? rejection
        : undefined;
    });
    const { api } = openApi(server.url);
    await api.sessions(everything);
    good = 'revoked';
    await api.sessions(everything);
    expect(server.count(buying)).toBe(2);
    expect(server.count(asking)).toBe(3);
  });

  it.each(rejections)('is not renewed in a loop where %s comes always', async (_, rejection) => {
    const server = await start(({ operation }) => (operation === asking ? rejection : undefined));
    const { api, rejections: told } = openApi(server.url);
    expect(await problemOf(api.sessions(everything))).toMatchObject({ code: 'jwt-rejected' });
    expect(server.count(asking)).toBe(2);
    expect(server.count(buying)).toBe(2);
    expect(await problemOf(api.sessions(everything))).toMatchObject({ code: 'jwt-rejected' });
    expect(server.count(asking)).toBe(4);
    expect(server.count(buying)).toBe(3);
    expect(told).toEqual([]);
  });

  it('rejected for a hundred parallel queries costs one renewal', async () => {
    let good = '';
    const server = await start(({ operation, headers }, nth) => {
      if (operation === buying) return sold((good = jwtOf({}, nth)));
      const rejected = operation === asking && headers.authorization !== `Bearer ${good}`;
      return rejected ? failing(asking, 'JwtExpired') : undefined;
    });
    const { api } = openApi(server.url);
    await api.sessions(everything);
    good = 'revoked';
    await hundred(api);
    expect(server.count(buying)).toBe(2);
    expect(server.count(asking)).toBe(201);
  });

  it('rejected always for a hundred parallel queries costs one renewal, too', async () => {
    const server = await start(({ operation }) =>
      operation === asking ? failing(asking, 'JwtExpired') : undefined,
    );
    const { api } = openApi(server.url);
    const all = Array.from({ length: 100 }, (_, from) => problemOf(api.sessions({ from, to: 0 })));
    for (const problem of await Promise.all(all)) expect(problem.code).toBe('jwt-rejected');
    expect(server.count(buying)).toBe(2);
    expect(server.count(asking)).toBe(200);
  });

  it('is not sold any more: said once, to everyone who waits', async () => {
    let revoked = false;
    const server = await start(({ operation }) => {
      if (!revoked) return undefined;
      return operation === buying
        ? failing(buying, 'UserTokenRevoked', { comment_for_user: 'Widerrufen' })
        : failing(asking, 'JwtExpired');
    });
    const { api, rejections: told } = openApi(server.url);
    await api.sessions(everything);
    revoked = true;
    const all = Array.from({ length: 100 }, (_, from) => problemOf(api.sessions({ from, to: 0 })));
    const expected = {
      code: 'tokens-rejected',
      host: server.url.host,
      errorId: 'UserTokenRevoked',
      userComment: 'Widerrufen',
    };
    for (const problem of await Promise.all(all)) expect(problem).toEqual(expected);
    expect(told).toEqual([expected]);
    expect(server.count(buying)).toBe(2);
    expect(server.count(asking)).toBe(101);
  });

  it('is renewed by wish before anything else is asked', async () => {
    const server = await start(() => undefined);
    const { api } = openApi(server.url);
    await api.sessions(everything);
    await Promise.all([api.renew(), api.sessions(everything)]);
    expect(server.asked.slice(-2).map(({ operation }) => operation)).toEqual([buying, asking]);
    expect(server.asked.at(-1)?.headers.authorization).toBe(`Bearer ${jwtOf({}, 2)}`);
  });

  it('that cannot stand in a header is not taken', async () => {
    for (const token of ['', 'a b', 'x\r\nX-Evil: 1', 'ü', 'x'.repeat(20_000), null]) {
      const server = await start(({ operation }) =>
        operation === buying
          ? { body: { data: { [buying]: { customerUuid: 'c', token } } } }
          : undefined,
      );
      const problem = await problemOf(openApi(server.url).api.sessions(everything));
      expect(problem.code).toBe('malformed-response');
      expect(server.asked).toHaveLength(1);
    }
  });
});

describe('ending', () => {
  it('closing rejects what is under way and forgets the JWT', async () => {
    const server = await start(({ operation }) =>
      operation === asking ? { hang: 'at once' } : undefined,
    );
    const { api } = openApi(server.url);
    const waiting = [api.sessions(everything), api.sessions({ from: 1, to: 2 })];
    const ends = Promise.all(
      waiting.map((promise) => expect(promise).rejects.toMatchObject({ name: 'AbortError' })),
    );
    while (server.count(asking) < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    api.close();
    await ends;
    const before = server.asked.length;
    await expect(api.sessions(everything)).rejects.toMatchObject({ name: 'AbortError' });
    await expect(api.renew()).rejects.toMatchObject({ name: 'AbortError' });
    expect(server.asked).toHaveLength(before);
  });

  it('aborting one question leaves its twin alone', async () => {
    const answers: (() => void)[] = [];
    const server = await openServer(async (asked, nth) => {
      if (asked.operation === asking) await new Promise<void>((go) => answers.push(go));
      return wellBut(() => undefined)(asked, nth);
    });
    const { api } = openApi(server.url, { limits: { retryDelayMs: 1 } });
    const impatient = new AbortController();
    const abort = { name: 'AbortError' };
    const aborted = expect(api.sessions(everything, impatient.signal)).rejects.toMatchObject(abort);
    const patient = api.sessions(everything);
    while (answers.length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
    impatient.abort('enough');
    for (const answer of answers) answer();
    await aborted;
    expect((await patient).nodeCount).toBe(0);
    await expect(api.sessions(everything, impatient.signal)).rejects.toMatchObject(abort);
  });

  it('asks nothing before it is asked', async () => {
    const server = await start(() => undefined);
    openApi(server.url).api.close();
    expect(server.asked).toEqual([]);
    expect(server.count(discovering)).toBe(0);
  });
});
