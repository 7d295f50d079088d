import { dayOf, rangeOfDay } from '../../../src/shared/time.ts';
import { fraction, hash } from './random.ts';
import { planToday, type PlannedSession } from './today.ts';

const minute = 60_000;
const hour = 60 * minute;
const daysBack = 425;

/** A live sandbox gets a session about this often. */
const livePeriod = 3.5 * minute;

export interface Timeline {
  /** Sessions there are without the live ones; their indexes run from the oldest to the newest. */
  readonly count: number;
  /** UTC ms; nothing lies before it. */
  readonly beginning: number;
  /** How many sessions have begun by then: the base, and the live ones after it. */
  visible(now: number): number;
  /** UTC ms; never less than that of the index before. */
  createdAt(index: number): number;
  /** The end where the day's plan fixes it; null leaves it to chance. UTC ms. */
  plannedEnd(index: number): number | null;
  /** No session that is left to chance goes on beyond this, UTC ms. */
  latestEnd(index: number): number;
  /** Whether it is of today's plan or came later: what people watch while the sandbox runs. */
  isFresh(index: number): boolean;
  /** Whether the plan gives it to the technician the token belongs to. */
  isOwn(index: number): boolean;
}

export interface TimelineOptions {
  readonly seed: number;
  readonly sessions: number;
  /** UTC ms of the sandbox's start. */
  readonly start: number;
  readonly zone: string;
  readonly live: boolean;
}

/**
 * When sessions begin, as a function of their index alone: the days share them out by weekday and
 * chance, and a day's sessions lie along its working hours. Nothing is made in advance but one
 * number a day, so a million sessions cost no more than none.
 */
export function buildTimeline({ seed, sessions, start, zone, live }: TimelineOptions): Timeline {
  const today = dayOf(start, zone);
  const todayStart = rangeOfDay(today, zone).start;
  const plan = planToday({ seed, start, todayStart, sessions });
  const past = sessions - plan.length;
  const days = Array.from({ length: daysBack }, (_, index) => daysBefore(today, daysBack - index));
  const until = shareOut(past, days, seed);
  // Time zones are slow: a day's midnight is looked up when it is first asked for.
  const midnights = new Map<number, number>();
  const midnight = (index: number): number => {
    const day = days[index];
    if (day === undefined) return todayStart;
    const instant = midnights.get(index) ?? rangeOfDay(day, zone).start;
    midnights.set(index, instant);
    return instant;
  };

  const dayAt = (index: number): number => {
    let low = 0;
    let high = daysBack - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((until[middle] ?? 0) > index) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const dayBounds = (day: number): { start: number; end: number } => ({
    start: midnight(day),
    end: midnight(day + 1),
  });
  const isNight = (index: number, day: number): boolean =>
    index === (until[day] ?? 0) - 1 && day < daysBack - 1 && hash(seed, day, 9) % 9 === 0;
  const planned = (index: number): PlannedSession | undefined => plan[index - past];

  return {
    count: sessions,
    beginning: midnight(0),
    visible: (now) => {
      if (!live) return sessions;
      const begun = Math.max(0, Math.floor((now - start) / livePeriod));
      return sessions + begun + (liveStart(seed, start, begun) <= now ? 1 : 0);
    },
    createdAt: (index) => {
      if (index >= sessions) return liveStart(seed, start, index - sessions);
      const fixed = planned(index);
      if (fixed !== undefined) return fixed.createdAt;
      const day = dayAt(index);
      const range = dayBounds(day);
      if (isNight(index, day)) return range.end - (10 + (hash(seed, index, 3) % 60)) * minute;
      const first = until[day - 1] ?? 0;
      const rank = (index - first + fraction(seed, index, 4)) / ((until[day] ?? 0) - first);
      return Math.floor(range.start + clockAt(rank) * hour);
    },
    plannedEnd: (index) => {
      if (index >= sessions) {
        const length = (1.5 + fraction(seed, index, 5) * 9) * minute;
        return Math.floor(liveStart(seed, start, index - sessions) + length);
      }
      const fixed = planned(index);
      if (fixed !== undefined) return fixed.finishedAt;
      const day = dayAt(index);
      if (!isNight(index, day)) return null;
      return dayBounds(day).end + (5 + (hash(seed, index, 6) % 90)) * minute;
    },
    latestEnd: (index) => dayBounds(dayAt(index)).end - (hash(seed, index, 8) % 600) * 1000 - 1000,
    isFresh: (index) => index >= past,
    isOwn: (index) => planned(index)?.own ?? false,
  };
}

function liveStart(seed: number, start: number, nth: number): number {
  return Math.floor(start + (nth + 0.1 + 0.8 * fraction(seed, nth, 11)) * livePeriod);
}

function daysBefore(day: string, count: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - count);
  return date.toISOString().slice(0, 10);
}

/** Sessions begun by the end of each day, all days together making up `total`. */
function shareOut(total: number, days: readonly string[], seed: number): readonly number[] {
  let sum = 0;
  const sums = days.map(
    (day, index) => (sum += weightOf(day) * (0.7 + 0.6 * fraction(seed, index))),
  );
  return sums.map((reached) => Math.round((reached / sum) * total));
}

const weekdays = [0.04, 1.2, 1.1, 1, 1.05, 0.85, 0.1];
const holidays = new Set(['01-01', '05-01', '10-03', '12-24', '12-25', '12-26', '12-31']);

function weightOf(day: string): number {
  const weight = weekdays[new Date(`${day}T12:00:00Z`).getUTCDay()] ?? 1;
  return holidays.has(day.slice(5)) ? weight * 0.05 : weight;
}

/** How busy the hours from 6 to 22 are. */
const busy = [1, 6, 12, 14, 13, 11, 6, 9, 12, 10, 7, 4, 2, 1, 0.6, 0.4];
const busyTotal = busy.reduce((sum, weight) => sum + weight, 0);

/** The hour of the day by which the given share of a day's sessions has begun. */
function clockAt(share: number): number {
  let left = share * busyTotal;
  for (const [index, weight] of busy.entries()) {
    if (left < weight) return 6 + index + left / weight;
    left -= weight;
  }
  return 22;
}
