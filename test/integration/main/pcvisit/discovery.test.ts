import { graphqlSync, validate, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSandboxSchema } from '../../../sandbox/index.ts';
import {
  asking,
  buying,
  discovering,
  everything,
  failing,
  noIntrospection,
  openApi,
  problemOf,
  wellBut,
} from '../../../support/pcvisit/harness.ts';
import { edge, rawNode } from '../../../support/pcvisit/nodes.ts';
import { openServer } from '../../../support/pcvisit/open-server.ts';
import type { Asked, Reply } from '../../../support/pcvisit/scripted-server.ts';

const schema = buildSandboxSchema();
const introspected = ({ query }: Asked): Reply => ({
  body: graphqlSync({ schema, source: query }),
});
const invalid: Reply = { status: 400, body: { errors: [{ message: 'Cannot query field' }] } };
const isRich = ({ query }: Asked) => query.includes('participants');
const isSized = ({ variables }: Asked) => JSON.stringify(variables).includes('"first"');

/** A server that tells what it is, holds one session, and refuses what a test says. */
async function start(refusal: (asked: Asked, nth: number) => Reply | undefined = () => undefined) {
  const server = await openServer(
    wellBut((asked, nth) => {
      const refused = refusal(asked, nth);
      if (refused) return refused;
      if (asked.operation === discovering) return introspected(asked);
      if (asked.operation !== asking) return undefined;
      const { participants, ...value } = rawNode(1).value;
      const rich = isRich(asked) ? { participants } : {};
      return { body: { data: edge([{ cursor: 'c', value: { ...value, ...rich } }]) } };
    }),
  );
  return server;
}

describe('discovery', () => {
  it('asks once per endpoint and version, and what it builds is valid', async () => {
    const server = await start();
    const first = openApi(server.url);
    await Promise.all([first.api.sessions(everything), first.api.capabilities()]);
    const [session] = (await first.api.sessions({ from: 1, to: 2, filter: 'id == "x"' })).sessions;
    expect(session?.participants[0]).toMatchObject({
      email: 'katrin@x.de',
      name: 'Katrin Lübbers',
    });
    expect(await first.api.capabilities()).toMatchObject({
      introspection: true,
      paging: true,
      participants: true,
    });
    expect(server.count(discovering)).toBe(1);
    for (const { query } of server.asked) expect(validate(schema, parse(query))).toEqual([]);

    const cache = { discoveryCache: cacheOf(first.disk) };
    await openApi(server.url, cache).api.sessions(everything);
    expect(server.count(discovering)).toBe(1);
    await openApi(server.url, { ...cache, appVersion: '1.0.1' }).api.sessions(everything);
    expect(server.count(discovering)).toBe(2);
    const elsewhere = new URL('?other', server.url);
    await openApi(elsewhere, cache).api.sessions(everything);
    expect(server.count(discovering)).toBe(3);
  });

  it('asks anew where the cache is no good', async () => {
    const server = await start();
    const first = openApi(server.url);
    await first.api.capabilities();
    for (const key of first.disk.keys()) first.disk.set(key, { version: 3, at: 'x', found: [] });
    const { api } = openApi(server.url, { discoveryCache: cacheOf(first.disk) });
    expect(await api.capabilities()).toMatchObject({ participants: true });
    expect(server.count(discovering)).toBe(2);
  });

  it.each<[string, Reply]>([
    ['by an error', noIntrospection],
    ['by an error with 200', { body: { errors: [{ message: 'no introspection' }] } }],
    ['by 403', { status: 403, headers: { 'content-type': 'text/html' }, body: '<html>no' }],
    ['by 400', { status: 400, headers: { 'content-type': 'text/plain' }, body: 'no' }],
  ])('refused %s leaves everything else at work, and is remembered', async (_, reply) => {
    const server = await start(({ operation }) => (operation === discovering ? reply : undefined));
    const { api, disk } = openApi(server.url);
    expect((await api.sessions(everything)).sessions).toMatchObject([{ participants: [] }]);
    expect(await api.capabilities()).toEqual({
      introspection: false,
      paging: false,
      participants: false,
      address: false,
      enums: {},
    });
    const { length } = server.asked;
    const next = openApi(server.url, { discoveryCache: cacheOf(disk) });
    await next.api.sessions(everything);
    expect(server.asked.slice(length).map(({ operation }) => operation)).toEqual([buying, asking]);
  });

  it('survives a fault that passes', async () => {
    for (const fault of [{ status: 500 }, { body: '{"da' }, failing(discovering, 'TimeOut')]) {
      const server = await start(({ operation }, nth) =>
        operation === discovering && nth <= 2 ? fault : undefined,
      );
      const { api } = openApi(server.url);
      await api.sessions(everything).catch(() => undefined);
      await api.sessions(everything).catch(() => undefined);
      const [session] = (await api.sessions(everything)).sessions;
      expect(session?.participants).toHaveLength(1);
    }
  });
});

describe('a server that refuses what it told', () => {
  it('is asked the plain way from then on', async () => {
    const server = await start((asked) =>
      asked.operation === asking && isRich(asked) ? invalid : undefined,
    );
    const { api, disk } = openApi(server.url);
    expect((await api.sessions(everything)).sessions).toMatchObject([{ participants: [] }]);
    expect(await api.capabilities()).toMatchObject({ participants: false, paging: false });
    const before = server.count(asking);
    await api.sessions(everything);
    const next = openApi(server.url, { discoveryCache: cacheOf(disk) });
    await next.api.sessions(everything);
    expect(server.count(asking)).toBe(before + 2);
    expect(server.count(discovering)).toBe(1);
  });

  it('only once is not taken at its word', async () => {
    const server = await start((asked, nth) =>
      asked.operation === asking && nth === 1 ? invalid : undefined,
    );
    const { api } = openApi(server.url);
    const [session] = (await api.sessions(everything)).sessions;
    expect(session?.participants).toHaveLength(1);
    expect(await api.capabilities()).toMatchObject({ participants: true, paging: true });
    await api.sessions(everything);
    expect(server.asked.at(-1)).toSatisfy(isSized);
  });

  it.each<[string, Reply]>([
    ['a Failure', failing(asking, 'PageTooLarge')],
    ['an error', invalid],
  ])("is not told a page's size again where it answers with %s", async (_, reply) => {
    const server = await start((asked) => (isSized(asked) ? reply : undefined));
    const { api } = openApi(server.url);
    const [session] = (await api.sessions(everything)).sessions;
    expect(session?.participants).toHaveLength(1);
    const before = server.count(asking);
    await api.sessions({ ...everything, after: 'c' });
    expect(server.count(asking)).toBe(before + 1);
    expect(server.asked.at(-1)?.variables).toMatchObject({ pagination: { after: 'c' } });
  });

  it('whatever it is asked is believed, without asking for ever', async () => {
    const server = await start(({ operation }) => (operation === asking ? invalid : undefined));
    const { api } = openApi(server.url);
    expect(await problemOf(api.sessions(everything))).toMatchObject({ code: 'refused' });
    expect(server.count(asking)).toBe(3);
    expect(await api.capabilities()).toMatchObject({ participants: true });
  });

  it('cannot page behind a cursor in plain words, and is not asked to', async () => {
    const server = await start((asked) =>
      asked.operation === asking && isRich(asked) ? invalid : undefined,
    );
    const { api } = openApi(server.url);
    const problem = await problemOf(api.sessions({ ...everything, after: 'c' }));
    expect(problem).toMatchObject({ code: 'refused' });
    for (const asked of server.asked.filter(({ operation }) => operation === asking)) {
      expect(asked.variables).toMatchObject({ pagination: { after: 'c' } });
    }
  });
});

describe('a question', () => {
  it('says what is wanted, and nothing more', async () => {
    const server = await start();
    const { api } = openApi(server.url);
    await api.sessions({ from: 5, to: 9, filter: 'id == "x"', deviceIds: true });
    const asked = server.asked.at(-1);
    expect(asked?.variables).toEqual({
      company: 'company-1',
      timeFrame: { startDate: 5, endDate: 9 },
      filter: { input: 'id == "x"' },
      pagination: { first: 1_000 },
    });
    expect(asked?.query).toContain('computerMacAddress');
    await api.sessions({ from: 5, to: null });
    expect(server.asked.at(-1)?.variables).toMatchObject({ timeFrame: { startDate: 5 } });
    expect(server.asked.at(-1)?.query).not.toMatch(/MacAddress|TeamViewer|filter/);
  });
});

function cacheOf(disk: Map<string, unknown>) {
  return {
    read: (key: string) => disk.get(key),
    write: (key: string, value: unknown) => void disk.set(key, value),
  };
}
