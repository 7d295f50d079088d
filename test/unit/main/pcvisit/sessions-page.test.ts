import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../src/main/pcvisit/sessions-page.ts';
import { edge, rawNode } from '../../../support/pcvisit/nodes.ts';

const page = (data: unknown, holes: (string | number)[][] = []) =>
  readPage({ data, holes }, null, 'host.example');

describe('readPage', () => {
  it('reads counts, the last cursor and every session', async () => {
    const nodes = Array.from({ length: 600 }, (_, index) => rawNode(index));
    const more = { totalCount: '2000', batchLoadingIsStillActive: true, reportingActiveSince: '5' };
    const read = await page(edge(nodes, more));
    expect(read).toMatchObject({
      nodeCount: 600,
      totalCount: 2_000,
      endCursor: 'cursor-599',
      batchLoadingIsStillActive: true,
      reportingActiveSince: 5,
      malformed: [],
    });
    expect(read.sessions.map(({ id }) => id)).toEqual(nodes.map(({ value }) => value.id));
  });

  it('reads an empty page', async () => {
    expect(await page(edge([]))).toMatchObject({ nodeCount: 0, totalCount: 0, endCursor: null });
  });

  it('sets aside what cannot be read, and goes on', async () => {
    const broken = { ...rawNode(1), value: { ...rawNode(1).value, sessionCreatedAt: 'gestern' } };
    const read = await page(edge([rawNode(0), broken, null, rawNode(3)]));
    expect(read.sessions.map(({ id }) => id)).toEqual(['session-0', 'session-3']);
    expect(read.malformed).toEqual([
      { id: 'session-1', reason: 'value.sessionCreatedAt: no time in UTC ms', raw: broken },
      { id: null, reason: 'node: no object', raw: null },
    ]);
    expect(read.nodeCount).toBe(4);
  });

  it('bounds what it keeps of an unreadable one', async () => {
    const huge = { ...rawNode(1).value, name: 7, commentsLink: 'x'.repeat(1_000_000) };
    const [malformed] = (await page(edge([{ cursor: 'c', value: huge }]))).malformed;
    expect(JSON.stringify(malformed).length).toBeLessThan(100_000);
  });

  it('sets aside a session the server could not fill in', async () => {
    const node = { ...rawNode(1), value: { ...rawNode(1).value, target: null } };
    const hole = ['AcQuerySessionsHistory', 'nodes', 1, 'value', 'target'];
    const read = await page(edge([rawNode(0), node]), [hole]);
    expect(read.sessions).toHaveLength(1);
    expect(read.malformed).toMatchObject([
      { id: 'session-1', reason: 'value.target: server error' },
    ]);
  });

  it.each([
    [[]],
    [['AcQuerySessionsHistory', 'totalCount']],
    [['AcQuerySessionsHistory', 'nodes', 9]],
  ])('does not take a page with a hole at %j for whole', async (hole) => {
    await expect(page(edge([rawNode(0)]), [hole])).rejects.toMatchObject({
      problem: { code: 'server-error', host: 'host.example' },
    });
  });

  it.each([
    ['nothing', null],
    ['no history', { AcQuerySessionsHistory: null }],
    ['another type', { AcQuerySessionsHistory: { __typename: 'Tomorrow' } }],
    ['no nodes', edge([], { nodes: null })],
    ['a negative count', edge([], { totalCount: -1 })],
    ['half a session', edge([], { totalCount: 1.5 })],
    ['no count', edge([], { totalCount: 'many' })],
    ['an absurd beginning', edge([], { reportingActiveSince: 9e15 })],
    ['no word on loading', edge([], { batchLoadingIsStillActive: null })],
  ])('takes %s for malformed', async (_, data) => {
    await expect(page(data)).rejects.toMatchObject({ problem: { code: 'malformed-response' } });
  });
});
