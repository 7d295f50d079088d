import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPeriodWords } from '../../../../src/renderer/charts/period-words.ts';
import { barsOf, daysOf, labelled } from '../../../../src/renderer/charts/periods.ts';
import { daysUpTo } from '../harness/found.ts';

describe('the days of a bucket', () => {
  it.each([
    ['day', '2026-11-23', '2026-11-23', '2026-11-23'],
    ['week', '2026-11-23', '2026-11-23', '2026-11-29'],
    ['week', '2026-11-29', '2026-11-23', '2026-11-29'],
    ['week', '2026-01-01', '2025-12-29', '2026-01-04'],
    ['month', '2026-11-01', '2026-11-01', '2026-11-30'],
    ['month', '2024-02-01', '2024-02-01', '2024-02-29'],
    ['month', '2026-12-01', '2026-12-01', '2026-12-31'],
    ['month', '0050-02-01', '0050-02-01', '0050-02-28'],
  ] as const)('%s %s is %s to %s', (unit, day, from, to) => {
    expect(daysOf(unit, day)).toEqual({ from, to });
  });
});

describe('bars', () => {
  it('are the buckets where there is room for each', () => {
    const times = daysUpTo('2026-11-23', 3);
    expect(barsOf({ unit: 'day', times }, 120).map(({ from }) => from)).toEqual([
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
    ]);
  });

  it('take up every day once and all of the time, however many buckets there are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1300 }),
        fc.integer({ min: 1, max: 150 }),
        (n, most) => {
          const times = daysUpTo('2026-11-23', n);
          const bars = barsOf({ unit: 'day', times }, most);
          expect(bars.length).toBeLessThanOrEqual(most);
          const sum = (all: readonly { measuredMs: number }[]): number =>
            all.reduce((total, { measuredMs }) => total + measuredMs, 0);
          expect(sum(bars)).toBe(sum(times));
          for (const [index, bar] of bars.entries()) {
            expect(bar.from <= bar.to).toBe(true);
            const next = bars[index + 1];
            if (next) expect(Date.parse(next.from) - Date.parse(bar.to)).toBe(24 * 3_600_000);
          }
          expect(bars[0]?.from).toBe(times[0]?.day);
          expect(bars.at(-1)?.to).toBe(times.at(-1)?.day);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('labels of the axis', () => {
  it('are four at most, each with room to the next and to the end', () => {
    for (let count = 1; count <= 200; count += 1) {
      const all = labelled(count);
      expect(all[0]).toBe(0);
      expect(all.length).toBeLessThanOrEqual(4);
      const step = Math.max(2, Math.ceil(count / 4));
      for (const [index, at] of all.entries()) {
        const next = all[index + 1];
        if (next !== undefined) expect(next - at).toBe(step);
        else if (index > 0) expect(count - at).toBeGreaterThanOrEqual(step * 0.75);
      }
    }
  });
});

describe('periods in words', () => {
  const german = createPeriodWords('de', { withYear: false, long: false });
  const english = createPeriodWords('en', { withYear: true, long: true });

  it('name days, weeks and months', () => {
    const day = { from: '2026-11-23', to: '2026-11-23' };
    const week = { from: '2026-11-23', to: '2026-11-29' };
    const month = { from: '2026-11-01', to: '2026-11-30' };
    expect(german.name(day, 'day')).toBe('Montag, 23. November');
    expect(german.name(week, 'week')).toMatch(/^23\.\s?–\s?29\. November$/);
    expect(german.name(month, 'month')).toBe('November 2026');
    expect(english.name(day, 'day')).toMatch(/^Monday,? 23 November 2026$/);
    expect(german.short(day, 'day')).toBe('23. Nov.');
    expect(english.short(day, 'day')).toBe('Nov 2026');
  });
});
