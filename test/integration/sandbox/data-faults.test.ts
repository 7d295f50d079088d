import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { RawSession, Sandbox } from '../../sandbox/index.ts';
import { get, historyQuery, monday, post, serve, signIn, type Edge } from './support.ts';

const now = (): number => monday;

async function history(sandbox: Sandbox, pagination = {}): Promise<Edge<RawSession>> {
  const variables = { company: sandbox.customerUuid, pagination };
  return get(sandbox, historyQuery, variables, await signIn(sandbox));
}

describe('half-loaded batches', () => {
  it('lack rows for the first answers and say that more is coming', async () => {
    const sandbox = await serve({ now, faults: { halfLoaded: { requests: 2, withheld: 0.4 } } });
    for (let time = 0; time < 2; time += 1) {
      const half = await history(sandbox);
      expect(half.batchLoadingIsStillActive).toBe(true);
      expect(half.nodes.length).toBeGreaterThan(20);
      expect(half.nodes.length).toBeLessThan(55);
      expect(half.totalCount).toBe(half.nodes.length);
    }
    const whole = await history(sandbox);
    expect(whole).toMatchObject({ batchLoadingIsStillActive: false, totalCount: 60 });
    expect(whole.nodes).toHaveLength(60);
  });
});

describe('numbers as text', () => {
  it('are all those of custom scalars', async () => {
    const sandbox = await serve({ now, faults: { numbersAsStrings: true } });
    const { nodes, totalCount, reportingActiveSince } = await history(sandbox);
    const expected = [...sandbox.allSessions()];
    expect(totalCount).toBe(60);
    expect(reportingActiveSince).toEqual(expect.stringMatching(/^\d+$/));
    const text = (value: number | null): string | null => (value === null ? null : String(value));
    for (const [index, { value }] of nodes.entries()) {
      const own = expected[index];
      if (own === undefined) throw new Error('one too many');
      expect(value).toMatchObject({
        sessionCreatedAt: text(own.sessionCreatedAt),
        sessionFinishedAt: text(own.sessionFinishedAt),
        lastUpdatedAt: text(own.lastUpdatedAt),
        duration: text(own.duration),
        customDuration: text(own.customDuration),
        participants: own.participants.map(({ joinedAt }) => ({ joinedAt: text(joinedAt) })),
      });
    }
  });
});

describe('malformed sessions', () => {
  it('are every so-manieth, and leave the others as they are', async () => {
    const sandbox = await serve({ now, faults: { malformedSessions: 5 } });
    const expected = [...sandbox.allSessions()];
    const malformed = new Set(sandbox.malformedIds());
    expect(malformed.size).toBe(12);
    const { nodes, totalCount } = await history(sandbox);
    expect(totalCount).toBe(60);
    const reasons = new Set<string>();
    for (const [index, { value }] of nodes.entries()) {
      const own = expected[index];
      if (own === undefined) throw new Error('one too many');
      if (!malformed.has(own.id)) expect(value).toEqual(own);
      else {
        expect(value).not.toEqual(own);
        reasons.add(reasonOf(value, own));
      }
    }
    expect(reasons).toContain('id');
    expect(reasons).toContain('sessionCreatedAt');
    expect(reasons).toContain('name');
    expect(reasons).toContain('null');
  });

  it('are the same ones on every page', async () => {
    const sandbox = await serve({ now, faults: { malformedSessions: 5 } });
    const whole = await history(sandbox);
    const page = await history(sandbox, { first: 20, after: whole.nodes[19]?.cursor });
    expect(page.nodes.map(({ value }) => value)).toEqual(
      whole.nodes.slice(20, 40).map(({ value }) => value),
    );
  });
});

/** The first field that differs, or `null` where nothing is left. */
function reasonOf(value: unknown, own: RawSession): string {
  if (value === null) return 'null';
  const given = value as Record<string, unknown>;
  const entries = Object.entries(own) as [string, unknown][];
  return entries.find(([key, each]) => !isDeepStrictEqual(given[key], each))?.[0] ?? '';
}

describe('hostile texts', () => {
  it('come through as they are, and change nothing else', async () => {
    const plain = await serve({ now, sessions: 300 });
    const sandbox = await serve({ now, sessions: 300, faults: { hostileTexts: 3 } });
    const jwt = await signIn(sandbox);
    const variables = { company: sandbox.customerUuid };
    const response = await post(sandbox, historyQuery, variables, jwt);
    const text = await response.text();
    const answer = JSON.parse(text) as {
      data: { AcQuerySessionsHistory: Edge<RawSession> };
    };
    const got = answer.data.AcQuerySessionsHistory.nodes.map(({ value }) => value);
    expect(got).toEqual([...sandbox.allSessions()]);
    const before = new Map([...plain.allSessions()].map((session) => [session.id, session]));
    const struck = got.filter((each) => !isDeepStrictEqual(before.get(each.id), each));
    expect(struck.length).toBeGreaterThan(90);
    expect(struck.length).toBeLessThanOrEqual(100);
    const names = struck.map(({ name }) => name);
    expect(names.some((name) => name.includes('<script>'))).toBe(true);
    expect(names.some((name) => name.includes('\u202E') && name.includes('\0'))).toBe(true);
    expect(names.some((name) => name.length === 20_000)).toBe(true);
    expect(names.some((name) => !name.isWellFormed())).toBe(true);
    expect(names).toContain('');
    expect(struck.some(({ duration }) => (duration ?? 0) < 0)).toBe(true);
    expect(struck.some(({ duration }) => duration === Number.MAX_SAFE_INTEGER)).toBe(true);
    expect(
      struck.some((each) => (each.sessionFinishedAt ?? Infinity) < each.sessionCreatedAt),
    ).toBe(true);
    expect(struck.some(({ commentsLink }) => commentsLink?.startsWith('javascript:'))).toBe(true);
  });
});

describe('a page cap', () => {
  it('can come and go while the sandbox runs', async () => {
    const sandbox = await serve({ now });
    expect((await history(sandbox)).nodes).toHaveLength(60);
    sandbox.setFaults({ pageCap: 1 });
    expect((await history(sandbox)).nodes).toHaveLength(1);
    sandbox.setFaults({ pageCap: null });
    expect((await history(sandbox)).nodes).toHaveLength(60);
  });
});

it('lets sessions come and end as time goes by where it is live', async () => {
  let time = monday;
  const sandbox = await serve({ live: true, now: () => time });
  const before = await history(sandbox);
  const [running] = before.nodes.filter(({ value }) => value.sessionFinishedAt === null);
  time += 40 * 60_000;
  const after = await history(sandbox);
  expect(after.totalCount).toBeGreaterThan(before.totalCount + 5);
  const ended = after.nodes.find(({ value }) => value.id === running?.value.id)?.value;
  expect(ended?.sessionFinishedAt).toBeGreaterThan(monday);
  expect(after.nodes.map(({ value }) => value)).toEqual([...sandbox.allSessions()]);
});

it('makes no more of a million sessions than it is asked for', async () => {
  const sandbox = await serve({ sessions: 1_000_000, now });
  expect(sandbox.generated).toBe(0);
  const company = sandbox.customerUuid;
  const jwt = await signIn(sandbox);
  const first = await get<Edge<RawSession>>(
    sandbox,
    historyQuery,
    { company, pagination: { first: 100 } },
    jwt,
  );
  expect(first.totalCount).toBe(1_000_000);
  expect(sandbox.generated).toBe(100);
  const timeFrame = { startDate: monday - 201 * 864e5, endDate: monday - 200 * 864e5 };
  const window = await get<Edge<RawSession>>(
    sandbox,
    historyQuery,
    { company, timeFrame, pagination: { first: 10 } },
    jwt,
  );
  expect(window.totalCount).toBeGreaterThan(0);
  expect(window.totalCount).toBeLessThan(10_000);
  expect(sandbox.generated).toBe(110);
  for (const { value } of window.nodes) {
    expect(value.sessionCreatedAt).toBeGreaterThanOrEqual(timeFrame.startDate);
    expect(value.sessionCreatedAt).toBeLessThanOrEqual(timeFrame.endDate);
  }
});
