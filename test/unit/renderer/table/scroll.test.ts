import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawnLines,
  isScaled,
  lastScroll,
  lastTop,
  lineHeight,
  movedTop,
  overscan,
  scrollOf,
  seenLines,
  slotCount,
  spacerHeight,
  tallest,
  topOf,
  topShowing,
  wheelDistance,
} from '../../../../src/renderer/table/scroll.ts';

const geometry = fc.record({
  lines: fc.oneof(
    fc.integer({ min: 1, max: 5_000_000 }),
    fc.integer({ min: 285_000, max: 286_500 }),
  ),
  viewport: fc.integer({ min: lineHeight, max: 2000 }),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the scroll position of a table', () => {
  it('reaches the very last line at the end of the bar, however many there are', () => {
    fc.assert(
      fc.property(geometry, share, (g, fraction) => {
        // A browser keeps whole device pixels and may stop a part of one short of the end.
        const end = lastScroll(g) - fraction * 0.99;
        const top = isScaled(g) ? topOf(end, g) : topOf(lastScroll(g), g);
        expect(top).toBe(lastTop(g));
        expect(seenLines(top, g).end).toBe(g.lines);
      }),
    );
  });

  it('begins with the first line', () => {
    fc.assert(
      fc.property(geometry, (g) => {
        expect(topOf(0, g)).toBe(0);
        expect(seenLines(0, g).first).toBe(0);
      }),
    );
  });

  it('never goes back while the bar goes on', () => {
    fc.assert(
      fc.property(geometry, share, share, (g, a, b) => {
        const [less, more] = [Math.min(a, b) * lastScroll(g), Math.max(a, b) * lastScroll(g)];
        expect(topOf(less, g)).toBeLessThanOrEqual(topOf(more, g));
      }),
    );
  });

  it('brings any line to sight, whole, from anywhere', () => {
    fc.assert(
      fc.property(geometry, share, share, (g, from, which) => {
        const line = Math.min(g.lines - 1, Math.floor(which * g.lines));
        const top = topShowing(line, from * lastTop(g), g);
        expect(top).toBeLessThanOrEqual(line * lineHeight);
        expect(top + g.viewport).toBeGreaterThanOrEqual((line + 1) * lineHeight);
        const drawn = drawnLines(top, g);
        expect(drawn.first).toBeLessThanOrEqual(line);
        expect(drawn.end).toBeGreaterThan(line);
      }),
    );
  });

  it('turns around: the bar stands where its lines are', () => {
    fc.assert(
      fc.property(geometry, share, (g, fraction) => {
        const top = fraction * lastTop(g);
        const back = topOf(scrollOf(top, g), g);
        // Within a px of the end the bar counts as at the end.
        const step = lastScroll(g) > 0 ? lastTop(g) / lastScroll(g) : 0;
        expect(Math.abs(back - top)).toBeLessThanOrEqual(step + 1e-3);
      }),
    );
  });

  it('stays on a line that is in sight', () => {
    expect(topShowing(5, 100, { lines: 1000, viewport: 400 })).toBe(100);
  });

  it('is the position of the bar itself as long as the lines fit into an element', () => {
    const g = { lines: 285_714, viewport: 600 };
    expect(isScaled(g)).toBe(false);
    expect(topOf(1234.5, g)).toBe(1234.5);
    expect(spacerHeight(g)).toBe(285_714 * lineHeight);
  });

  it('keeps the element small enough for every browser', () => {
    const g = { lines: 5_000_000, viewport: 600 };
    expect(isScaled(g)).toBe(true);
    expect(spacerHeight(g)).toBe(tallest);
  });

  it('moves by as much as the wheel was turned, not by more lines when there are more', () => {
    const g = { lines: 1_000_000, viewport: 600 };
    expect(movedTop(14_000_000, 100, g)).toBe(14_000_100);
    expect(movedTop(50, -100, g)).toBe(0);
    expect(movedTop(lastTop(g) - 50, 100, g)).toBe(lastTop(g));
  });

  it.each([
    [{ deltaY: 100, deltaMode: 0 }, 100],
    [{ deltaY: -3, deltaMode: 1 }, -3 * lineHeight],
    [{ deltaY: 1, deltaMode: 2 }, 600],
  ])('reads a turn of the wheel %o as %d px', (event, distance) => {
    expect(wheelDistance(event, 600)).toBe(distance);
  });

  it('draws what is seen and a few lines more, and everywhere as many as it keeps elements for', () => {
    fc.assert(
      fc.property(geometry, share, (g, fraction) => {
        const top = fraction * lastTop(g);
        const seen = seenLines(top, g);
        const { first, end } = drawnLines(top, g);
        expect(end - first).toBe(Math.min(g.lines, slotCount(g.viewport)));
        expect(first).toBeLessThanOrEqual(Math.max(0, seen.first - overscan));
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(Math.min(g.lines, seen.end + overscan));
        expect(end).toBeLessThanOrEqual(g.lines);
      }),
    );
  });

  it('has nothing to draw where there are no lines', () => {
    expect(drawnLines(0, { lines: 0, viewport: 500 })).toEqual({ first: 0, end: 0 });
  });
});
