import { describe, expect, it } from 'vitest';
import { frozenQuery } from '../../../../src/shared/history/frozen.ts';
import { newestFirst, noFilter, type HistoryFilter } from '../../../../src/shared/history/query.ts';

const today = '2026-11-23';
const frozen = (filter: Partial<HistoryFilter>) =>
  frozenQuery({ filter: { ...noFilter, ...filter }, sort: newestFirst, group: 'none' }, today)
    .filter;

describe('a query that is frozen', () => {
  it.each([
    ['thisMonth', { from: '2026-11-01', to: '2026-11-30' }],
    ['today', { from: today, to: today }],
    ['all', 'all'],
    [
      { from: null, to: '2026-02-01' },
      { from: null, to: '2026-02-01' },
    ],
    [{ from: null, to: null }, 'all'],
  ] as const)('keeps the days that %j meant', (period, days) => {
    expect(frozen({ period }).period).toEqual(days);
  });

  it.each([
    ['müller von:gestern', 'müller von:2026-11-22'],
    ['bis:november "neuer Drucker"', 'bis:2026-11-30 "neuer Drucker"'],
    ['from:1.11. -to:heute x', 'from:2026-11-01 -to:heute x'],
    ['von:nirgends  kunde:a', 'von:nirgends kunde:a'],
    ['  zwei  Wörter ', '  zwei  Wörter '],
  ])('keeps the days in %j', (text, kept) => {
    expect(frozen({ text }).text).toBe(kept);
  });

  it('is what it was where it is frozen again on another day', () => {
    const once = frozenQuery(
      {
        filter: { ...noFilter, period: 'lastWeek', text: 'von:heute' },
        sort: newestFirst,
        group: 'client',
      },
      today,
    );
    expect(frozenQuery(once, '2027-05-01')).toEqual(once);
  });
});
