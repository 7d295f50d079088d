import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOff, loadingPause } from '../../../../../src/main/history/sync/pace.ts';
import {
  afterPart,
  afterWhole,
  boundsOf,
  halved,
  lengthOf,
  newestPart,
  pastSizing,
  todaySizing,
} from '../../../../../src/main/history/sync/windows.ts';
import { day, hour } from '../support/harness.ts';

const sizing = { length: day, cap: null };
const yielded = (received: number, total = received, firstPage = received) => ({
  received,
  total,
  firstPage,
});

describe('windows', () => {
  it('are the newest part of what is left', () => {
    expect(newestPart({ start: 0, end: 9 * day }, sizing, 0)).toEqual({
      start: 8 * day,
      end: 9 * day,
    });
    expect(newestPart({ start: 0, end: 5 }, sizing, 0)).toEqual({ start: 0, end: 5 });
    expect(newestPart({ start: 0, end: null }, sizing, 3 * day)).toEqual({
      start: 2 * day,
      end: null,
    });
    expect(newestPart({ start: 5, end: null }, todaySizing, 3 * day)).toEqual({
      start: 5,
      end: null,
    });
    // A beginning in the future, as after the clock was set back.
    expect(newestPart({ start: 5, end: null }, sizing, 1)).toEqual({ start: 5, end: null });
    expect(lengthOf({ start: 5, end: null }, 1)).toBe(1);
  });

  it('are asked for with a millisecond to spare at the beginning', () => {
    expect(boundsOf({ start: 10, end: 20 })).toEqual({ from: 9, to: 20 });
    expect(boundsOf({ start: 10, end: null })).toEqual({ from: 9, to: null });
  });

  it.each([
    ['grow fourfold where nothing lies', sizing, yielded(0), 4 * day],
    ['grow towards a thousand sessions', sizing, yielded(500), 2 * day],
    ['shrink towards a thousand sessions', sizing, yielded(2000), day / 2],
    ['aim below the cap', { length: day, cap: 100 }, yielded(35), 2 * day],
    ['aim at twenty pages', sizing, yielded(40, 40, 1), day / 2],
  ])('that came whole %s', (_, before, came, length) => {
    expect(afterWhole(before, day, came).length).toBe(length);
  });

  it('that were cut short say nothing against a greater length', () => {
    expect(afterWhole(pastSizing, hour, yielded(10)).length).toBe(pastSizing.length);
  });

  it.each([
    ['half as long', yielded(100, 101, 100), day / 2],
    ['far shorter where far more lies', yielded(100, 1000, 100), Math.floor(day * 0.07)],
    ['no shorter than a millisecond', yielded(1, 1e15, 1), 1],
    ['shorter although nothing came', yielded(0, 10, 0), Math.floor(day * 0.07)],
  ])('that did not come whole are asked for %s', (_, came, length) => {
    expect(afterPart(sizing, day, came).length).toBeCloseTo(length, -1);
  });

  it('that were too much are halved, but not below an hour', () => {
    expect(halved(sizing, day).length).toBe(day / 2);
    expect(halved(sizing, hour).length).toBe(hour);
    expect(halved({ length: 5, cap: 1 }, 5).length).toBe(5);
  });
});

describe('pauses', () => {
  it('grow from two seconds to five minutes, and are never less than half of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, random) => {
          const longest = Math.min(300_000, 2000 * 2 ** (failures - 1));
          const pause = backOff(failures, random);
          expect(pause).toBeGreaterThanOrEqual(longest / 2);
          expect(pause).toBeLessThanOrEqual(longest);
        },
      ),
    );
  });

  it('for a server that loads grow from ten seconds to an hour', () => {
    expect([1, 2, 3, 4, 9, 2000].map(loadingPause)).toEqual([
      10_000, 20_000, 40_000, 80_000, 2_560_000, 3_600_000,
    ]);
  });
});
