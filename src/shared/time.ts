import { Temporal } from 'temporal-polyfill';

/** A half-open stretch of time, UTC ms: `start` belongs to it, `end` does not. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/** The local calendar day (`2026-11-23`) that an instant falls on in a time zone. */
export function dayOf(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** The calendar day `count` days after (or, negative, before) a day. */
export function addDays(day: string, count: number): string {
  return Temporal.PlainDate.from(day).add({ days: count }).toString();
}

/** The instants a local day begins and ends at: 23, 24 or 25 hours apart (summer time). */
export function rangeOfDay(day: string, zone: string): TimeRange {
  return { start: startOfDay(day, zone), end: startOfDay(addDays(day, 1), zone) };
}

/** The machine's IANA time zone. */
export function systemZone(): string {
  return Temporal.Now.timeZoneId();
}

function startOfDay(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

/** How much of `range` lies inside `window`, in ms. */
export function overlap(range: TimeRange, window: TimeRange): number {
  return Math.max(0, Math.min(range.end, window.end) - Math.max(range.start, window.start));
}

/**
 * The part of a duration that belongs to a window, spread evenly over the range it was logged in.
 * Parts of adjoining windows add up to the whole to the millisecond, because each is the difference
 * of two roundings of the same running sum. A range without length belongs to where it starts.
 */
export function partOf(total: number, range: TimeRange, window: TimeRange): number {
  const length = range.end - range.start;
  if (length <= 0) return window.start <= range.start && range.start < window.end ? total : 0;
  const upTo = (instant: number): number => {
    const share = Math.min(1, Math.max(0, (instant - range.start) / length));
    return Math.round(total * share);
  };
  return upTo(window.end) - upTo(window.start);
}

/** The time covered by at least one of the ranges, in ms: the wall clock's view of parallel work. */
export function unionLength(ranges: readonly TimeRange[]): number {
  const sorted = ranges.filter((r) => r.end > r.start).sort((a, b) => a.start - b.start);
  let covered = 0;
  let reached = -Infinity;
  for (const { start, end } of sorted) {
    if (end <= reached) continue;
    covered += end - Math.max(start, reached);
    reached = end;
  }
  return covered;
}
