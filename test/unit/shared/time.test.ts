import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  overlap,
  partOf,
  rangeOfDay,
  systemZone,
  unionLength,
  type TimeRange,
} from '../../../src/shared/time.ts';

const berlin = 'Europe/Berlin';
const hour = 3_600_000;

describe('local days', () => {
  it.each([
    ['2026-11-23', berlin, '2026-11-22T23:00Z', '2026-11-23T23:00Z', 24],
    ['2026-07-01', berlin, '2026-06-30T22:00Z', '2026-07-01T22:00Z', 24],
    // Summer time begins at two and ends at three in the morning.
    ['2026-03-29', berlin, '2026-03-28T23:00Z', '2026-03-29T22:00Z', 23],
    ['2026-10-25', berlin, '2026-10-24T22:00Z', '2026-10-25T23:00Z', 25],
    ['2026-12-31', berlin, '2026-12-30T23:00Z', '2026-12-31T23:00Z', 24],
    ['2024-02-29', 'UTC', '2024-02-29T00:00Z', '2024-03-01T00:00Z', 24],
    ['2026-11-23', 'Asia/Kathmandu', '2026-11-22T18:15Z', '2026-11-23T18:15Z', 24],
    // In Cairo summer time begins at midnight, so that day begins at one o'clock.
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00Z', '2026-04-24T21:00Z', 23],
  ])('%s in %s lasts from %s to %s, %s hours', (day, zone, start, end, hours) => {
    const range = rangeOfDay(day, zone);
    expect(range).toEqual({ start: Date.parse(start), end: Date.parse(end) });
    expect((range.end - range.start) / hour).toBe(hours);
    expect(dayOf(range.start, zone)).toBe(day);
    expect(dayOf(range.start - 1, zone)).toBe(addDays(day, -1));
    expect(dayOf(range.end - 1, zone)).toBe(day);
    expect(dayOf(range.end, zone)).toBe(addDays(day, 1));
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2026-10-24', 2, '2026-10-26'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('%s and %s days are %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
  });

  it('adjoin each other without gap or overlap, all year round', () => {
    let day = '2026-01-01';
    for (let count = 0; count < 366; count++) {
      expect(rangeOfDay(day, berlin).end).toBe(rangeOfDay(addDays(day, 1), berlin).start);
      day = addDays(day, 1);
    }
  });

  it('are told in the zone of this machine', () => {
    expect(() => rangeOfDay('2026-11-23', systemZone())).not.toThrow();
  });

  it('refuse a day that there is not', () => {
    expect(() => rangeOfDay('2026-02-30', berlin)).toThrow(RangeError);
    expect(() => rangeOfDay('2026-11-23', 'Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('parts of a duration', () => {
  const window = { start: 1000, end: 2000 };
  it.each<[string, number, TimeRange, number]>([
    ['lies within', 300, { start: 1200, end: 1500 }, 300],
    ['fills the window', 1000, window, 1000],
    ['lies before', 300, { start: 0, end: 1000 }, 0],
    ['lies behind', 300, { start: 2000, end: 2300 }, 0],
    ['reaches in from before', 600, { start: 700, end: 1300 }, 300],
    ['reaches out behind', 600, { start: 1900, end: 2500 }, 100],
    ['spans it all', 3000, { start: 0, end: 3000 }, 1000],
    ['is longer than its range, as a custom duration may be', 900, { start: 500, end: 1500 }, 450],
    ['is shorter than its range', 10, { start: 500, end: 1500 }, 5],
    ['is nothing', 0, { start: 500, end: 1500 }, 0],
    ['has no length and begins within', 42, { start: 1000, end: 1000 }, 42],
    ['has no length and begins at the end', 42, { start: 2000, end: 2000 }, 0],
    ['ends before it begins', 42, { start: 1500, end: 1400 }, 42],
  ])('one that %s', (_, total, range, expected) => {
    expect(partOf(total, range, window)).toBe(expected);
  });

  it('add up to the whole, however a range is cut', () => {
    const instant = fc.integer({ min: -1e12, max: 4e12 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
        instant,
        fc.integer({ min: 0, max: 1e11 }),
        fc.array(instant, { maxLength: 12 }),
        (total, start, length, cuts) => {
          const range = { start, end: start + length };
          const edges = [-Infinity, ...cuts.sort((a, b) => a - b), Infinity];
          const parts = edges
            .slice(1)
            .map((end, index) => partOf(total, range, { start: edges[index] ?? 0, end }));
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
          expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe('overlap and union', () => {
  it('measure what two ranges share', () => {
    expect(overlap({ start: 0, end: 10 }, { start: 5, end: 20 })).toBe(5);
    expect(overlap({ start: 0, end: 5 }, { start: 5, end: 10 })).toBe(0);
    expect(overlap({ start: 0, end: 5 }, { start: 7, end: 10 })).toBe(0);
  });

  it.each<[string, [number, number][], number]>([
    ['nothing', [], 0],
    [
      'apart',
      [
        [0, 5],
        [7, 9],
      ],
      7,
    ],
    [
      'adjoining',
      [
        [0, 5],
        [5, 9],
      ],
      9,
    ],
    [
      'overlapping, in any order',
      [
        [4, 9],
        [0, 5],
      ],
      9,
    ],
    [
      'one within another',
      [
        [0, 9],
        [2, 3],
        [8, 9],
      ],
      9,
    ],
    [
      'without length or the wrong way round',
      [
        [3, 3],
        [9, 1],
      ],
      0,
    ],
  ])('measure the wall clock of ranges %s', (_, ranges, expected) => {
    expect(unionLength(ranges.map(([start, end]) => ({ start, end })))).toBe(expected);
  });

  it('measure it as counting each ms would', () => {
    const small = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(fc.array(fc.record({ start: small, end: small })), (ranges) => {
        const covered = Array.from({ length: 31 }, (_, at) =>
          ranges.some(({ start, end }) => start <= at && at < end),
        );
        expect(unionLength(ranges)).toBe(covered.filter(Boolean).length);
      }),
    );
  });
});
