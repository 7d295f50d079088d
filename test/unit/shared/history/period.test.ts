import { describe, expect, it } from 'vitest';
import { daysOfPeriod, rangeOfPeriod } from '../../../../src/shared/history/period.ts';

const berlin = 'Europe/Berlin';

describe('a period', () => {
  it.each([
    ['today', '2026-11-24', '2026-11-24'],
    ['yesterday', '2026-11-23', '2026-11-23'],
    ['thisWeek', '2026-11-23', '2026-11-29'],
    ['lastWeek', '2026-11-16', '2026-11-22'],
    ['thisMonth', '2026-11-01', '2026-11-30'],
    ['lastMonth', '2026-10-01', '2026-10-31'],
    ['thisQuarter', '2026-10-01', '2026-12-31'],
    ['lastQuarter', '2026-07-01', '2026-09-30'],
    ['thisYear', '2026-01-01', '2026-12-31'],
    ['lastYear', '2025-01-01', '2025-12-31'],
  ] as const)('%s is %s to %s', (period, from, to) => {
    expect(daysOfPeriod(period, '2026-11-24')).toEqual({ from, to });
  });

  it('begins and ends with the local day, also in summer time', () => {
    expect(rangeOfPeriod({ from: '2026-03-29', to: '2026-03-29' }, '2026-11-24', berlin)).toEqual({
      start: Date.parse('2026-03-28T23:00Z'),
      end: Date.parse('2026-03-29T22:00Z'),
    });
  });

  it('is open, empty, or made real where it has to be', () => {
    expect(rangeOfPeriod('all', '2026-11-24', berlin)).toEqual({ start: -8.64e15, end: 8.64e15 });
    const empty = rangeOfPeriod({ from: '2026-11-24', to: '2026-11-01' }, '2026-11-24', berlin);
    expect(empty.end).toBe(empty.start);
    expect(daysOfPeriod({ from: '2026-02-31', to: null }, '2026-11-24').from).toBe('2026-02-28');
  });
});
