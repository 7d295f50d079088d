import { describe, expect, it } from 'vitest';
import type { RawSession, Sandbox } from '../../sandbox/index.ts';
import {
  ask,
  get,
  historyQuery,
  historyWith,
  monday,
  serve,
  signIn,
  type Edge,
} from './support.ts';

type History = Edge<RawSession>;

async function history(sandbox: Sandbox, variables: object = {}, jwt?: string): Promise<History> {
  const token = jwt ?? (await signIn(sandbox));
  return get(sandbox, historyQuery, { company: sandbox.customerUuid, ...variables }, token);
}

/** Goes through all pages with the usual names. */
async function pages(sandbox: Sandbox, first: number | null): Promise<RawSession[]> {
  const jwt = await signIn(sandbox);
  const seen: RawSession[] = [];
  for (let after: string | null = null; ;) {
    const page: History = await history(sandbox, { pagination: { first, after } }, jwt);
    expect(page.nodes.map(({ index }) => index)).toEqual(
      page.nodes.map((_, offset) => seen.length + offset),
    );
    seen.push(...page.nodes.map(({ value }) => value));
    const end = page.nodes.at(-1)?.cursor;
    if (end === undefined || seen.length === page.totalCount) return seen;
    after = end;
  }
}

describe('the history', () => {
  it('is what the sandbox says it has, field for field, the newest first', async () => {
    const sandbox = await serve({ sessions: 300, now: () => monday });
    const edge = await history(sandbox);
    const values = edge.nodes.map(({ value }) => value);
    expect(values).toEqual([...sandbox.allSessions()]);
    expect(edge).toMatchObject({ totalCount: 300, batchLoadingIsStillActive: false });
    expect(edge.reportingActiveSince).toBeLessThanOrEqual(values.at(-1)?.sessionCreatedAt ?? 0);
    const created = values.map(({ sessionCreatedAt }) => sessionCreatedAt);
    expect(created).toEqual([...created].sort((a, b) => b - a));
  });

  it.each([1, 7, 60, 100])('comes in pages of %i', async (first) => {
    const sandbox = await serve({ sessions: first === 1 ? 20 : 60 });
    expect(await pages(sandbox, first)).toEqual([...sandbox.allSessions()]);
  });

  it('counts all, however few it shows', async () => {
    const sandbox = await serve({ faults: { pageCap: 5 } });
    expect((await history(sandbox)).nodes).toHaveLength(5);
    expect((await history(sandbox, { pagination: { first: 50 } })).nodes).toHaveLength(5);
    expect((await history(sandbox, { pagination: { first: 2 } })).nodes).toHaveLength(2);
    expect((await history(sandbox, { pagination: { first: 0 } })).totalCount).toBe(60);
    expect(await pages(sandbox, null)).toEqual([...sandbox.allSessions()]);
  });

  it('is narrowed by frame, filter and search, and sorted', async () => {
    const sandbox = await serve({ sessions: 300, now: () => monday });
    const startDate = monday - 100 * 864e5;
    const edge = await history(sandbox, {
      filter: { input: 'invoiceState != "Open"' },
      search: { input: 'gmbh' },
      sort: [{ path: 'clientCompany.clientId', direction: 'Desc' }],
      timeFrame: { startDate },
    });
    const expected = [...sandbox.allSessions()].filter(
      (s) =>
        s.invoiceState !== 'Open' &&
        s.sessionCreatedAt >= startDate &&
        s.clientCompany?.companyFolderDisplayName.includes('GmbH'),
    );
    expect(expected.length).toBeGreaterThan(1);
    expect(edge.nodes.map(({ value }) => value)).toEqual(
      expected.sort((a, b) =>
        (b.clientCompany?.clientId ?? '\uFFFF') < (a.clientCompany?.clientId ?? '\uFFFF') ? -1 : 1,
      ),
    );
  });

  it('takes times as text as well as as numbers', async () => {
    const sandbox = await serve({ now: () => monday });
    const timeFrame = { startDate: monday - 30 * 864e5, endDate: monday };
    const asText = { startDate: `${timeFrame.startDate}`, endDate: `${timeFrame.endDate}` };
    const { totalCount } = await history(sandbox, { timeFrame });
    expect(totalCount).toBeGreaterThan(0);
    expect((await history(sandbox, { timeFrame: asText })).totalCount).toBe(totalCount);
    const wrong = history(sandbox, { timeFrame: { startDate: 'yesterday' } });
    await expect(wrong).rejects.toThrow(/UnixTimeMs/);
  });

  it('answers what it cannot do with a failure', async () => {
    const sandbox = await serve();
    const jwt = await signIn(sandbox);
    const failing = (variables: object): Promise<unknown> =>
      ask(sandbox, historyQuery, { company: sandbox.customerUuid, ...variables }, jwt);
    expect(await failing({ company: 'another' })).toMatchObject({ error: 'CompanyMismatch' });
    expect(await failing({ filter: { input: 'name ==' } })).toMatchObject({
      error: 'FilterInvalid',
    });
    expect(await failing({ sort: [{ path: 'x', direction: 'Asc' }] })).toMatchObject({
      error: 'SortPathInvalid',
    });
    expect(await failing({ pagination: { after: 'x' } })).toMatchObject({
      error: 'CursorInvalid',
    });
  });

  it('shows what was changed, removed and added', async () => {
    const sandbox = await serve({ now: () => monday });
    const [first, second] = sandbox.allSessions();
    sandbox.update(first?.id ?? '', { customDuration: 900_000 });
    sandbox.remove(second?.id ?? '');
    const added = sandbox.add({ name: 'Nachtrag', sessionCreatedAt: monday - 1 });
    const { nodes, totalCount } = await history(sandbox);
    const values = nodes.map(({ value }) => value);
    expect(totalCount).toBe(60);
    expect(values).toEqual([...sandbox.allSessions()]);
    expect(values).toContainEqual(added);
    expect(values.find(({ id }) => id === first?.id)).toMatchObject({
      customDuration: 900_000,
      lastUpdatedAt: monday,
    });
    expect(values.some(({ id }) => id === second?.id)).toBe(false);
  });
});

describe('under other names', () => {
  it('the same history comes, by other fields of Pagination', async () => {
    const sandbox = await serve({ faults: { otherNames: true } });
    const jwt = await signIn(sandbox);
    const company = sandbox.customerUuid;
    type Other = { id: string; participants: { mailAddress: string | null }[] };
    const seen: Other[] = [];
    let behind: string | null = null;
    while (seen.length < 60) {
      const page: Edge<Other> = await get(
        sandbox,
        historyWith({ otherNames: true }),
        { company, pagination: { behind, limit: 25 } },
        jwt,
      );
      seen.push(...page.nodes.map(({ value }) => value));
      behind = page.nodes.at(-1)?.cursor ?? null;
    }
    const expected = [...sandbox.allSessions()];
    expect(seen.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(seen.map(({ participants }) => participants[0]?.mailAddress)).toEqual(
      expected.map(({ participants }) => participants[0]?.email),
    );
  });

  it('paging by number has no cursor to be discovered', async () => {
    const sandbox = await serve({ faults: { pagingUndiscoverable: true } });
    const fields = await get<{ inputFields: { name: string; type: { name: string } }[] }>(
      sandbox,
      '{ __type(name: "Pagination") { inputFields { name type { name } } } }',
    );
    expect(fields.inputFields).toEqual([
      { name: 'page', type: { name: 'Int' } },
      { name: 'size', type: { name: 'Int' } },
    ]);
    const jwt = await signIn(sandbox);
    const { nodes } = await history(sandbox, { pagination: { page: 2, size: 25 } }, jwt);
    expect(nodes.map(({ index }) => index)).toEqual([50, 51, 52, 53, 54, 55, 56, 57, 58, 59]);
  });
});

it('is the same for the same seed over HTTP, and so is what runs beside it', async () => {
  const [one, two] = await Promise.all([
    serve({ seed: 5, now: () => monday }),
    serve({ seed: 5, now: () => monday }),
  ]);
  expect((await history(one)).nodes).toEqual((await history(two)).nodes);
  const third = await serve({ seed: 6, now: () => monday });
  expect((await history(third)).nodes).not.toEqual((await history(one)).nodes);
});
