import { describe, expect, it } from 'vitest';
import { resolveQuery } from '../../../../../src/main/history/search/resolve-query.ts';
import { noBillingRules } from '../../../../../src/shared/billing/rule.ts';
import {
  myself,
  newestFirst,
  noFilter,
  type HistoryFilter,
  type Period,
} from '../../../../../src/shared/history/query.ts';

/** Monday, 23 November 2026, half past midnight in Berlin; Sunday still in UTC. */
const now = Date.UTC(2026, 10, 22, 23, 30);
const zone = 'Europe/Berlin';
const midnight = (month: number, day: number, offset = 1) =>
  Date.UTC(2026, month - 1, day) - offset * 3_600_000;

function resolve(
  filter: Partial<HistoryFilter>,
  ownEmail: string | null = null,
  ownUserId: string | null = null,
) {
  const query = {
    filter: { ...noFilter, ...filter },
    sort: newestFirst,
    group: 'client',
  } as const;
  return resolveQuery({ query, now, zone, ownEmail, ownUserId }, noBillingRules);
}

describe('a question', () => {
  it.each<[string, Period, string, number, number]>([
    ['nothing', 'all', '', -Infinity, Infinity],
    ['today', 'today', '', midnight(11, 23), midnight(11, 24)],
    [
      'a day of 25 hours',
      { from: '2026-10-25', to: '2026-10-25' },
      '',
      midnight(10, 25, 2),
      midnight(10, 26),
    ],
    ['an open end', { from: '2026-11-02', to: null }, '', midnight(11, 2), Infinity],
    ['an open beginning', { from: null, to: '2026-11-02' }, '', -Infinity, midnight(11, 3)],
    ['typed days alone', 'all', 'from:2026-11-02 to:2026-11-03', midnight(11, 2), midnight(11, 4)],
    [
      'typed days in German',
      'all',
      'von:2026-11-02 bis:2026-11-03',
      midnight(11, 2),
      midnight(11, 4),
    ],
    [
      'days typed within the period',
      'thisMonth',
      'from:2026-11-10',
      midnight(11, 10),
      midnight(12, 1),
    ],
    [
      'days typed around the period',
      'today',
      'from:2026-01-01 to:2026-12-31',
      midnight(11, 23),
      midnight(11, 24),
    ],
    ['a typed end within', 'thisMonth', 'to:2026-11-10', midnight(11, 1), midnight(11, 11)],
  ])('about %s is about a stretch of time', (_name, period, text, start, end) => {
    const request = resolve({ period, text });
    expect(request.start).toBeLessThanOrEqual(Math.max(start, -8.64e15));
    expect(request.start).toBe(Math.max(request.start, start));
    expect(request.end).toBeGreaterThanOrEqual(Math.min(end, 8.64e15));
    expect(request.end).toBe(Math.min(request.end, end));
    expect(request.search.terms).toEqual([]);
  });

  it('whose days contradict each other finds nothing', () => {
    const { start, end } = resolve({ period: 'today', text: 'to:2026-01-01' });
    expect(end).toBeLessThanOrEqual(start);
  });

  it.each<[string, readonly string[], string | null, readonly string[], string | null]>([
    ['nobody', [], 'jana@x.example', [], null],
    ['me', [myself], 'Jana@x.example', [], 'Jana@x.example'],
    ['me and others', ['b', myself, 'c'], 'jana@x.example', ['b', 'c'], 'jana@x.example'],
    ['others', ['b', ''], 'jana@x.example', ['b', ''], null],
    // Of whom nobody knows who they are nothing is theirs; and an empty list would be everybody.
    ['me, unknown', [myself], null, [myself], null],
    ['me, unknown, and others', [myself, 'b'], null, [myself, 'b'], null],
  ])('of %s', (_name, technicians, ownEmail, keys, mine) => {
    expect(resolve({ technicians: [...technicians] }, ownEmail)).toMatchObject({
      technicians: keys,
      mine,
    });
  });

  it('of me, by my account as well once it is known', () => {
    const asked = { technicians: [myself, 'b'] };
    expect(resolve(asked, 'jana@x.example', 'auth0|jana')).toMatchObject({
      technicians: ['b', 'auth0|jana'],
      mine: 'jana@x.example',
    });
    expect(resolve({}, 'jana@x.example', 'auth0|jana').technicians).toEqual([]);
  });

  it('keeps everything else as it was asked', () => {
    const filter = { clients: ['f', ''], types: ['a'], states: ['b'], invoices: ['c'] };
    expect(resolve({ ...filter, text: 'MÜLLER' })).toMatchObject({
      ...filter,
      sort: newestFirst,
      group: 'client',
      zone,
      rules: noBillingRules,
      search: { terms: [{ text: 'muller', field: 'any', negated: false }] },
    });
  });
});
