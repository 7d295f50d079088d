import {
  type Bar,
  type Charts,
  mostBars,
  type Ranking,
} from '../../../../../../src/shared/history/result.ts';
import type { Session } from '../../../../../../src/shared/session.ts';
import { partOf } from '../../../../../../src/shared/time.ts';
import { measuredMs } from '../../../../../../src/shared/worktime.ts';
import { between, dayOf, firstDayOf, later, startOf, type Unit } from './calendar.ts';
import { keysOf } from './filter.ts';
import { byName, type Labels } from './names.ts';

/** Bars that are drawn at most, around the session in the middle. */
const mostTimes = 1200;

/** @param found newest first */
export function chartsOf(found: readonly Session[], zone: string, labels: Labels): Charts {
  return {
    ...timesOf(found, zone),
    clients: rankingOf(found, keysOf.clients, labels.clients),
    technicians: rankingOf(found, keysOf.technicians, labels.technicians),
  };
}

function timesOf(found: readonly Session[], zone: string): Pick<Charts, 'unit' | 'times'> {
  const oldest = found.at(-1);
  const middle = found[found.length >> 1];
  if (!oldest || !middle) return { unit: 'day', times: [] };
  const from = dayOf(oldest.createdAt, zone);
  const to = dayOf(
    found.reduce((last, each) => Math.max(last, lastOf(each)), -Infinity),
    zone,
  );
  const unit = unitFor(between(from, to, 'day') + 1);
  let first = firstDayOf(from, unit);
  let count = between(first, firstDayOf(to, unit), unit) + 1;
  if (count > mostTimes) {
    const centre = between(first, firstDayOf(dayOf(middle.createdAt, zone), unit), unit);
    const skipped = Math.max(0, Math.min(count - mostTimes, centre - mostTimes / 2));
    first = later(first, unit, skipped);
    count = mostTimes;
  }
  const times = Array.from({ length: count }, (_, at) => {
    const day = later(first, unit, at);
    const window = { start: startOf(day, zone), end: startOf(later(day, unit, 1), zone) };
    const inside = found.reduce((sum, each) => {
      const range = { start: each.createdAt, end: each.finishedAt ?? each.createdAt };
      return sum + partOf(measuredMs(each), range, window);
    }, 0);
    return { day, measuredMs: inside };
  });
  return { unit, times };
}

function unitFor(days: number): Unit {
  if (days <= 62) return 'day';
  return days <= 400 ? 'week' : 'month';
}

/** The last millisecond a session's time was logged in. */
function lastOf(session: Session): number {
  const { createdAt, finishedAt } = session;
  return finishedAt !== null && finishedAt > createdAt && measuredMs(session) > 0
    ? finishedAt - 1
    : createdAt;
}

function rankingOf(
  found: readonly Session[],
  keys: (session: Session) => readonly string[],
  labels: ReadonlyMap<string, string>,
): Ranking {
  const all = new Map<string, Bar>();
  for (const session of found)
    for (const key of keys(session)) {
      const { sessions = 0, measuredMs: ms = 0 } = all.get(key) ?? {};
      const label = labels.get(key) ?? '';
      all.set(key, { key, label, sessions: sessions + 1, measuredMs: ms + measuredMs(session) });
    }
  const bars = [...all.values()].sort((a, b) => b.measuredMs - a.measuredMs || byName(a, b));
  const beyond = bars.slice(mostBars);
  const sum = (of: (bar: Bar) => number) => beyond.reduce((total, bar) => total + of(bar), 0);
  const rest: Bar = {
    key: '',
    label: '',
    sessions: sum((bar) => bar.sessions),
    measuredMs: sum((bar) => bar.measuredMs),
  };
  return { bars: bars.slice(0, mostBars), rest: beyond.length === 0 ? null : rest };
}
