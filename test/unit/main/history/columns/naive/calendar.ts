import { Temporal } from 'temporal-polyfill';
import { dayOf as dayOfInstant, rangeOfDay } from '../../../../../../src/shared/time.ts';

export type Unit = 'day' | 'week' | 'month';

/** A calendar is slow to ask, and many sessions begin on the same days. */
function remembered<T>(ask: (of: never, zone: string) => T) {
  const answers = new Map<string, T>();
  return (of: string | number, zone: string): T => {
    const key = `${of} ${zone}`;
    const held = answers.get(key);
    if (held !== undefined) return held;
    const answer = ask(of as never, zone);
    answers.set(key, answer);
    return answer;
  };
}

export const dayOf: (instant: number, zone: string) => string = remembered(dayOfInstant);
export const startOf: (day: string, zone: string) => number = remembered(
  (day: string, zone) => rangeOfDay(day, zone).start,
);

/** The first day of the week (from Monday) or month that a day lies in. */
export function firstDayOf(day: string, unit: Unit): string {
  const date = Temporal.PlainDate.from(day);
  if (unit === 'week') return date.subtract({ days: date.dayOfWeek - 1 }).toString();
  return unit === 'month' ? date.with({ day: 1 }).toString() : day;
}

/** @param day the first of its unit */
export function later(day: string, unit: Unit, count: number): string {
  return Temporal.PlainDate.from(day)
    .add({ [`${unit}s`]: count })
    .toString();
}

/** How many whole units lie between two days. */
export function between(from: string, to: string, unit: Unit): number {
  const { days, weeks, months } = Temporal.PlainDate.from(from).until(to, { largestUnit: unit });
  return { day: days, week: weeks, month: months }[unit];
}
