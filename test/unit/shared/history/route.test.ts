import { describe, expect, it } from 'vitest';
import { newestFirst, noFilter } from '../../../../src/shared/history/query.ts';
import { fromRouteQuery, toRouteQuery } from '../../../../src/shared/history/route.ts';
import { starterViews } from '../../../../src/shared/history/starter-views.ts';
import { defaultColumns } from '../../../../src/shared/history/view.ts';

const plain = { filter: noFilter, sort: newestFirst, group: 'none' } as const;

describe('the address of a search', () => {
  it('leaves out what is as ever', () => {
    expect(toRouteQuery({ query: plain, session: null, columns: null })).toEqual({});
  });

  it.each([...starterViews('de'), ...starterViews('en')])('gives back $name', (view) => {
    const place = { query: view.query, session: 's', columns: view.columns };
    expect(fromRouteQuery(toRouteQuery(place))).toEqual(place);
  });

  it('gives back columns with their widths, and none that stand there twice or do not exist', () => {
    const columns = [{ column: 'client', width: 190 } as const, ...defaultColumns.slice(4)];
    const place = { query: plain, session: null, columns };
    expect(fromRouteQuery(toRouteQuery(place))).toEqual(place);
    for (const columns of ['date date', 'date:1', 'date:x', 'nope', '', ['date']]) {
      expect(fromRouteQuery({ columns }).columns).toBeNull();
    }
  });

  it('holds no half of a character, which no address could', () => {
    const filter = { ...noFilter, text: 'a\ud800b', clients: ['\udc00'] };
    const raw = toRouteQuery({
      query: { ...plain, filter },
      session: '\ud83d',
      columns: null,
    });
    expect(raw).toEqual({ text: 'a\ufffdb', clients: ['\ufffd'], session: '\ufffd' });
    expect(() => encodeURIComponent(JSON.stringify(Object.values(raw)))).not.toThrow();
  });

  it('falls back field by field', () => {
    const raw = { text: 'x', period: '1..2..3', sort: '-no', group: 7, types: [null], states: 'a' };
    expect(fromRouteQuery(raw)).toEqual({
      query: { ...plain, filter: { ...noFilter, text: 'x', states: ['a'] } },
      session: null,
      columns: null,
    });
  });
});
