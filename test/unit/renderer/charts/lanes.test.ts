import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stack, type Span } from '../../../../src/renderer/charts/lanes.ts';

const axis = { start: 0, end: 100 };
const span = (id: string, start: number, end: number): Span => ({ id, start, end });

describe('stack', () => {
  it('keeps sessions that follow each other on one lane', () => {
    const { bars, count } = stack([span('a', 0, 10), span('b', 10, 20)], axis);
    expect(count).toBe(1);
    expect(bars.map(({ id, lane }) => [id, lane])).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
  });

  it('stacks what overlaps, and goes back down as soon as there is room', () => {
    const { bars, count } = stack(
      [span('long', 0, 50), span('short', 10, 20), span('later', 30, 40), span('last', 60, 70)],
      axis,
    );
    expect(count).toBe(2);
    expect(Object.fromEntries(bars.map(({ id, lane }) => [id, lane]))).toEqual({
      long: 0,
      short: 1,
      later: 1,
      last: 0,
    });
  });

  it('cuts to the axis and leaves out what lies beside it', () => {
    const { bars } = stack(
      [
        span('before', -20, -10),
        span('into', -50, 25),
        span('out', 75, 900),
        span('after', 100, 110),
      ],
      axis,
    );
    expect(bars.map(({ id, left, width }) => [id, left, width])).toEqual([
      ['into', 0, 0.25],
      ['out', 0.75, 0.25],
    ]);
  });

  it('shows a session without length, and covers it with no other', () => {
    const { bars, count } = stack([span('a', 5, 5), span('b', 5, 5)], axis);
    expect(bars).toHaveLength(2);
    expect(count).toBe(2);
  });

  it('an axis without length holds nothing', () => {
    expect(stack([span('a', 0, 10)], { start: 5, end: 5 })).toEqual({ bars: [], count: 0 });
  });

  it('never lets two sessions of one lane overlap, and uses no lane more than needed', () => {
    const spans = fc.array(
      fc.record({
        start: fc.integer({ min: 0, max: 99 }),
        length: fc.integer({ min: 1, max: 40 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(spans, (all) => {
        const given = all.map(({ start, length }, index) =>
          span(String(index), start, Math.min(100, start + length)),
        );
        const { bars, count } = stack(given, axis);
        expect(bars).toHaveLength(given.length);
        for (const a of bars) {
          for (const b of bars) {
            if (a.id !== b.id && a.lane === b.lane) {
              expect(a.end <= b.start || b.end <= a.start).toBe(true);
            }
          }
        }
        const most = given.map(
          (s) => given.filter((o) => o.start <= s.start && o.end > s.start).length,
        );
        expect(count).toBe(Math.max(0, ...most));
      }),
      { numRuns: 200 },
    );
  });
});
