import { Temporal } from 'temporal-polyfill';
import { rangeOfDay } from '../../../shared/time.ts';

const dayMs = 86_400_000;
// Days are written with four digits of a year; what lies beyond counts to the first or last of them.
const firstInstant = Date.UTC(2000, 0, 3) - 1999 * 365.2425 * dayMs;
const lastInstant = Date.UTC(9999, 11, 29);
const lastDayMs = Date.UTC(9999, 11, 31);

export type DayUnit = 'day' | 'week' | 'month';

/** The local days of a zone, numbered from 1970-01-01. */
export interface Days {
  numberOf(instant: number): number;
  /** UTC ms; Infinity for days that cannot be written any more. */
  startOf(day: number): number;
}

export function createDays(zone: string): Days {
  // By UTC day: the offset at its beginning, when it changes, and what it is then.
  const offsets = new Map<number, readonly [number, number, number]>();
  const starts = new Map<number, number>();
  const at = (instant: number) =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds /
    1e6;
  const offsetsOf = (day: number): readonly [number, number, number] => {
    let low = day * dayMs;
    let high = low + dayMs;
    const before = at(low);
    const after = at(high);
    if (before === after) return [before, Infinity, after];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (at(middle) === before) low = middle;
      else high = middle;
    }
    return [before, high, after];
  };
  // Sessions are walked in order, so the day asked about is mostly the one before.
  let lastDay = NaN;
  let last: readonly [number, number, number] = [0, 0, 0];
  return {
    numberOf(instant) {
      const held = Math.min(lastInstant, Math.max(firstInstant, instant));
      const day = Math.floor(held / dayMs);
      if (day !== lastDay) {
        last = offsets.get(day) ?? offsetsOf(day);
        offsets.set(day, last);
        lastDay = day;
      }
      return Math.floor((held + (held < last[1] ? last[0] : last[2])) / dayMs);
    },
    startOf(day) {
      if (day * dayMs > lastDayMs) return Infinity;
      let start = starts.get(day);
      if (start === undefined) starts.set(day, (start = rangeOfDay(dayText(day), zone).start));
      return start;
    },
  };
}

export function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** Which week (from Monday) or month a day lies in, counted without gaps. */
export function bucketOf(day: number, unit: DayUnit): number {
  if (unit === 'day') return day;
  if (unit === 'week') return Math.floor((day + 3) / 7);
  const date = new Date(day * dayMs);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

/** The first day of a bucket. */
export function firstDayOf(bucket: number, unit: DayUnit): number {
  if (unit === 'day') return bucket;
  if (unit === 'week') return bucket * 7 - 3;
  const date = new Date(0);
  date.setUTCFullYear(1970 + Math.floor(bucket / 12), ((bucket % 12) + 12) % 12, 1);
  return Math.floor(date.getTime() / dayMs);
}
