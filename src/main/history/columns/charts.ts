import { type Bar, type Charts, mostBars, type Ranking } from '../../../shared/history/result.ts';
import { partOf, type TimeRange } from '../../../shared/time.ts';
import { bucketOf, type Days, type DayUnit, dayText, firstDayOf } from './days.ts';
import { compareNames, sumsOfKeys } from './facets.ts';
import type { Keyed, Names } from './keys.ts';
import type { Rows } from './rows.ts';

/** Times that lie absurdly far apart are not drawn: only this many bars around the middle session. */
const mostTimes = 1200;

/** @param found slots, newest first. */
export function chartsOf(rows: Rows, found: Uint32Array, names: Names, days: Days): Charts {
  return {
    ...timesOf(rows, found, days),
    clients: rankingOf(rows, found, rows.arrays.client, names.clients),
    technicians: rankingOf(rows, found, rows.arrays.team, names.technicians),
  };
}

function timesOf(rows: Rows, found: Uint32Array, days: Days): Pick<Charts, 'unit' | 'times'> {
  if (found.length === 0) return { unit: 'day', times: [] };
  const { created, finished } = rows.arrays;
  const { measured } = rows;
  const createdAt = (place: number) => days.numberOf(created[found[place] as number] as number);
  const lastInstant = (slot: number): number => {
    const start = created[slot] as number;
    const end = finished[slot] as number;
    // What ends at midnight does not reach into the next day.
    return end > start && measured.at(slot) > 0 ? end - 1 : start;
  };
  let latest = -Infinity;
  for (let i = 0; i < found.length; i++) {
    const instant = lastInstant(found[i] as number);
    if (instant > latest) latest = instant;
  }
  const firstDay = createdAt(found.length - 1);
  const lastDay = days.numberOf(latest);
  const span = lastDay - firstDay + 1;
  const unit: DayUnit = span <= 62 ? 'day' : span <= 400 ? 'week' : 'month';
  let first = bucketOf(firstDay, unit);
  let last = bucketOf(lastDay, unit);
  if (last - first >= mostTimes) {
    const middle = bucketOf(createdAt(found.length >> 1), unit);
    first = Math.max(first, Math.min(last - mostTimes + 1, middle - mostTimes / 2));
    last = first + mostTimes - 1;
  }
  const sums = new Float64Array(last - first + 1);
  const windowOf = (bucket: number): TimeRange => ({
    start: days.startOf(firstDayOf(bucket, unit)),
    end: days.startOf(firstDayOf(bucket + 1, unit)),
  });
  const bucketAt = (instant: number) => bucketOf(days.numberOf(instant), unit);
  const add = (bucket: number, ms: number) => {
    if (bucket >= first && bucket <= last)
      sums[bucket - first] = (sums[bucket - first] as number) + ms;
  };
  // Most sessions lie within the window of the one before.
  let held = NaN;
  let window: TimeRange = { start: 0, end: 0 };
  for (let i = 0; i < found.length; i++) {
    const slot = found[i] as number;
    const ms = measured.at(slot);
    if (ms === 0) continue;
    const start = created[slot] as number;
    const until = lastInstant(slot);
    if (!(start >= window.start && start < window.end)) {
      held = bucketAt(start);
      window = windowOf(held);
    }
    if (until < window.end || bucketAt(until) === held) {
      add(held, ms);
      continue;
    }
    const range = { start, end: finished[slot] as number };
    const ends = Math.min(bucketAt(until), last);
    for (let bucket = Math.max(held, first); bucket <= ends; bucket++)
      add(bucket, partOf(ms, range, windowOf(bucket)));
  }
  const times = Array.from(sums, (measuredMs, place) => ({
    day: dayText(firstDayOf(first + place, unit)),
    measuredMs,
  }));
  return { unit, times };
}

function rankingOf(rows: Rows, found: Uint32Array, column: Uint32Array, keyed: Keyed): Ranking {
  const { measured } = rows;
  const sessions = new Uint32Array(keyed.ofEntry.length);
  const measuredMs = new Float64Array(keyed.ofEntry.length);
  for (let i = 0; i < found.length; i++) {
    const slot = found[i] as number;
    const entry = column[slot] as number;
    sessions[entry] = (sessions[entry] as number) + 1;
    measuredMs[entry] = (measuredMs[entry] as number) + measured.at(slot);
  }
  const sessionsOf = sumsOfKeys(keyed, sessions);
  const measuredOf = sumsOfKeys(keyed, measuredMs);
  const bars: Bar[] = keyed.keys
    .map((key, id) => ({
      key,
      label: keyed.labels[id] ?? '',
      sessions: sessionsOf[id] as number,
      measuredMs: measuredOf[id] as number,
    }))
    .filter((bar) => bar.sessions > 0)
    .sort((a, b) => b.measuredMs - a.measuredMs || compareNames(a, b));
  const beyond = bars.splice(mostBars);
  if (beyond.length === 0) return { bars, rest: null };
  const rest = { key: '', label: '', sessions: 0, measuredMs: 0 };
  for (const bar of beyond) {
    rest.sessions += bar.sessions;
    rest.measuredMs += bar.measuredMs;
  }
  return { bars, rest };
}
