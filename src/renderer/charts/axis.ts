import type { TimeRange } from '../../shared/time.ts';

const hour = 3_600_000;
/** The hours that are always shown, so that the axis stands still on an ordinary day. */
const usual = { from: 8, to: 17 } as const;

export interface Axis extends TimeRange {
  /** Every full hour from the start to the end of the axis, UTC ms. */
  readonly hours: readonly number[];
}

/**
 * The hours of a day that matter: the usual ones, and as many before and after as there is
 * something to show. It never leaves the day, which has 23 to 25 hours.
 *
 * @param hourOf the local hour of an instant
 */
export function axisOf(
  day: TimeRange,
  spans: readonly TimeRange[],
  hourOf: (instant: number) => number,
): Axis {
  const marks: number[] = [];
  for (let instant = day.start; instant < day.end; instant += hour) marks.push(instant);
  marks.push(day.end);

  const from = marks.find((mark) => hourOf(mark) === usual.from) ?? day.start;
  const to = marks.find((mark) => mark > from && hourOf(mark) === usual.to) ?? day.end;
  const first = Math.min(from, ...spans.map((span) => Math.max(span.start, day.start)));
  const last = Math.max(to, ...spans.map((span) => Math.min(span.end, day.end)));
  const start = marks.findLast((mark) => mark <= first) ?? day.start;
  const end = marks.find((mark) => mark >= last) ?? day.end;
  return { start, end, hours: marks.filter((mark) => mark >= start && mark <= end) };
}
