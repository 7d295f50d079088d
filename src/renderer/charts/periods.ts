import type { Charts } from '../../shared/history/result.ts';

export type Unit = Charts['unit'];

/** Calendar days, both inclusive: `2026-11-23`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A bar of time: one bucket, or several where there are more of them than can be drawn. */
export interface TimeBar extends Days {
  readonly measuredMs: number;
}

/** The days that a bucket stands for: a day, Monday to Sunday, or the first to the last of a month. */
export function daysOf(unit: Unit, day: string): Days {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  if (unit === 'day') return { from: day, to: day };
  if (unit === 'month') return { from: iso(year, month, 1), to: iso(year, month + 1, 0) };
  const sinceMonday = (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7;
  const monday = date - sinceMonday;
  return { from: iso(year, month, monday), to: iso(year, month, monday + 6) };
}

/**
 * Buckets as bars, the oldest first. Beyond `most` of them as many neighbours as it takes become one
 * bar, counted from the newest back, so that at most the oldest bar stands for fewer.
 */
export function barsOf({ unit, times }: Pick<Charts, 'unit' | 'times'>, most: number): TimeBar[] {
  const run = Math.max(1, Math.ceil(times.length / most));
  const bars: TimeBar[] = [];
  for (let end = times.length; end > 0; end -= run) {
    const part = times.slice(Math.max(0, end - run), end);
    const [first, last] = [part[0], part.at(-1)];
    if (!first || !last) continue;
    bars.push({
      from: daysOf(unit, first.day).from,
      to: daysOf(unit, last.day).to,
      measuredMs: part.reduce((sum, { measuredMs }) => sum + measuredMs, 0),
    });
  }
  return bars.reverse();
}

/**
 * The bars that get a label: every so many that no more than four stand under the axis, and none
 * whose label would have no room before the end.
 */
export function labelled(count: number): readonly number[] {
  const step = Math.max(2, Math.ceil(count / 4));
  const all = Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
  return all.filter((index) => index === 0 || count - index >= step * 0.75);
}

function iso(year: number, month: number, date: number): string {
  // Not `Date.UTC`, which takes years before 100 for others.
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, date);
  return instant.toISOString().slice(0, 10);
}
