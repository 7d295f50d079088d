import { dice } from './random.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A session of today, fixed by plan. UTC ms. */
export interface PlannedSession {
  readonly createdAt: number;
  /** Beyond the sandbox's start for those that run. */
  readonly finishedAt: number;
  readonly own: boolean;
}

export interface TodayPlan {
  readonly seed: number;
  /** UTC ms of the sandbox's start: what is "right now" when it begins. */
  readonly start: number;
  /** UTC ms of the last local midnight. */
  readonly todayStart: number;
  /** Sessions there are altogether: no more than these are planned. */
  readonly sessions: number;
}

/**
 * Seven to twelve sessions that touch today, whatever the time: along the working day; shortly after
 * midnight squeezed into what there has been of the day, with one that began the evening before.
 * One or two still run. In order of their beginning.
 */
export function planToday(plan: TodayPlan): readonly PlannedSession[] {
  const { start, todayStart } = plan;
  const chance = dice(plan.seed ^ 0x70da, Math.floor(todayStart / hour));
  const total = Math.min(plan.sessions, chance.int(7, 12));
  const elapsed = start - todayStart;
  const running = Math.min(total, chance.int(1, 2));
  const overMidnight = elapsed < 3 * hour && total > running ? 1 : 0;
  const begin = todayStart + Math.min(7.25 * hour, Math.max(0, elapsed - 3 * hour));
  // Late in the evening only those that run are later than the working day.
  const end = Math.min(start, Math.max(begin, todayStart + 18 * hour));
  const sessions: PlannedSession[] = [];
  if (overMidnight > 0) {
    sessions.push({
      createdAt: todayStart - chance.int(12, 40) * minute,
      finishedAt: todayStart + Math.floor(Math.min(elapsed * 0.6, 25 * minute)),
      own: true,
    });
  }
  const finished = total - running - overMidnight;
  const step = (end - begin) / Math.max(1, finished);
  for (let nth = 0; nth < finished; nth += 1) {
    // Every third one outlasts the beginning of the next, which comes early: parallel work.
    const long = nth % 3 === 1;
    const early = nth % 3 === 2;
    const createdAt = begin + step * (nth + 0.05 + (early ? 0.1 : 0.5) * chance.next());
    const length = long
      ? step * (1.3 + 0.5 * chance.next())
      : Math.min(step * (0.25 + 0.3 * chance.next()), (6 + 70 * chance.next()) * minute);
    const finishedAt = Math.min(createdAt + length, end - (end - createdAt) * 0.02);
    sessions.push({
      createdAt: Math.floor(createdAt),
      finishedAt: Math.floor(finishedAt),
      own: nth % 2 === 0,
    });
  }
  for (let nth = 0; nth < running; nth += 1) {
    const ago = Math.min((4 + 22 * chance.next()) * minute, elapsed * (0.2 + 0.2 * chance.next()));
    sessions.push({
      createdAt: Math.floor(start - ago),
      finishedAt: start + Math.floor((1.2 + nth * 7) * minute),
      own: nth === 0,
    });
  }
  return sessions.sort((a, b) => a.createdAt - b.createdAt);
}
