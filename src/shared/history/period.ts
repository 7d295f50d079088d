import { Temporal } from 'temporal-polyfill';
import { rangeOfDay, type TimeRange } from '../time.ts';
import type { NamedPeriod, Period } from './query.ts';

type Day = Temporal.PlainDate;

/** First and last calendar day, both inclusive; null leaves that side open. */
export interface PeriodDays {
  readonly from: string | null;
  readonly to: string | null;
}

/** The earliest and latest instant a date can hold, UTC ms. */
const edge = 8.64e15;

/** The days a period covers, seen from the local day `today`. */
export function daysOfPeriod(period: Period, today: string): PeriodDays {
  if (typeof period !== 'string') return { from: real(period.from), to: real(period.to) };
  if (period === 'all') return { from: null, to: null };
  const [first, next] = spanOf(period, Temporal.PlainDate.from(today));
  return { from: first.toString(), to: next.subtract({ days: 1 }).toString() };
}

/** The instants a period covers, half-open, UTC ms. From after to is an empty range. */
export function rangeOfPeriod(period: Period, today: string, zone: string): TimeRange {
  const { from, to } = daysOfPeriod(period, today);
  const start = from === null ? -edge : rangeOfDay(from, zone).start;
  const end = to === null ? edge : rangeOfDay(to, zone).end;
  return { start, end: Math.max(start, end) };
}

/** The first day of the period, and the first after it. */
function spanOf(period: Exclude<NamedPeriod, 'all'>, today: Day): readonly [Day, Day] {
  const week = today.subtract({ days: today.dayOfWeek - 1 });
  const month = today.with({ day: 1 });
  const quarter = month.subtract({ months: (today.month - 1) % 3 });
  const year = month.with({ month: 1 });
  switch (period) {
    case 'today':
      return [today, today.add({ days: 1 })];
    case 'yesterday':
      return [today.subtract({ days: 1 }), today];
    case 'thisWeek':
      return [week, week.add({ weeks: 1 })];
    case 'lastWeek':
      return [week.subtract({ weeks: 1 }), week];
    case 'thisMonth':
      return [month, month.add({ months: 1 })];
    case 'lastMonth':
      return [month.subtract({ months: 1 }), month];
    case 'thisQuarter':
      return [quarter, quarter.add({ months: 3 })];
    case 'lastQuarter':
      return [quarter.subtract({ months: 3 }), quarter];
    case 'thisYear':
      return [year, year.add({ years: 1 })];
    case 'lastYear':
      return [year.subtract({ years: 1 }), year];
  }
}

/** A day beyond its month's end (31 February) is the month's last. */
function real(day: string | null): string | null {
  if (day === null) return null;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Temporal.PlainDate.from({ year, month, day: date }, { overflow: 'constrain' }).toString();
}
