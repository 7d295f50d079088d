import type { TimeRange } from '../../shared/time.ts';

export interface Span extends TimeRange {
  readonly id: string;
}

export interface Placed extends Span {
  /** 0 is the lowest lane. */
  readonly lane: number;
  /** Where it begins and how far it reaches, as shares (0 to 1) of the axis. */
  readonly left: number;
  readonly width: number;
}

export interface Lanes {
  readonly bars: readonly Placed[];
  /** How many lanes there are: the most sessions at a time. */
  readonly count: number;
}

/**
 * Lays spans on an axis so that those at the same time stack and none covers another; each takes the
 * lowest lane that is free. Spans are cut to the axis; those outside of it are left out.
 */
export function stack(spans: readonly Span[], axis: TimeRange): Lanes {
  const length = axis.end - axis.start;
  const free: number[] = [];
  const bars: Placed[] = [];
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const span of sorted) {
    const start = Math.max(span.start, axis.start);
    const end = Math.min(span.end, axis.end);
    if (end < start || start >= axis.end || span.end < axis.start || length <= 0) continue;
    const found = free.findIndex((until) => until <= start);
    const lane = found === -1 ? free.length : found;
    // What lasted no time still takes up its instant, so that the next does not cover it.
    free[lane] = Math.max(end, start + 1);
    bars.push({
      ...span,
      lane,
      left: (start - axis.start) / length,
      width: (end - start) / length,
    });
  }
  return { bars, count: free.length };
}
