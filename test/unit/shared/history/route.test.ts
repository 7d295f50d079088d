import { describe, expect, it } from 'vitest';
import { newestFirst, noFilter } from '../../../../src/shared/history/query.ts';
import { fromRouteQuery, toRouteQuery } from '../../../../src/shared/history/route.ts';
import { defaultColumns, starterViews } from '../../../../src/shared/history/starter-views.ts';

const plain = { filter: noFilter, sort: newestFirst, group: 'none' } as const;

describe('the address of a search', () => {
  it('leaves out what is as ever', () => {
    expect(toRouteQuery({ ...plain }, { session: null })).toEqual({});
  });

  it.each([...starterViews('de'), ...starterViews('en')])('gives back $name', ({ query }) => {
    expect(fromRouteQuery(toRouteQuery(query, { session: 's' }))).toEqual({ query, session: 's' });
  });

  it('falls back field by field', () => {
    const raw = { text: 'x', period: '1..2..3', sort: '-no', group: 7, types: [null], states: 'a' };
    expect(fromRouteQuery(raw)).toEqual({
      query: { ...plain, filter: { ...noFilter, text: 'x', states: ['a'] } },
      session: null,
    });
  });
});

it('the first columns fit', () => {
  const width = defaultColumns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  expect(width).toBeLessThanOrEqual(1100);
});
