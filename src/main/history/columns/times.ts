import type { Charts } from '../../../shared/history/result.ts';
import { partOf, type TimeRange } from '../../../shared/time.ts';
import { bucketOf, type Days, type DayUnit, dayText, firstDayOf } from './days.ts';
import { firstBefore } from './order.ts';
import type { Rows } from './rows.ts';

/** Times that lie absurdly far apart are not drawn: only this many bars around the middle session. */
const mostTimes = 1200;

/** Time by day, week or month, as the span asks for. @param found slots, newest first */
export function timesOf(
  rows: Rows,
  found: Uint32Array,
  days: Days,
): Pick<Charts, 'unit' | 'times'> {
  if (found.length === 0) return { unit: 'day', times: [] };
  const { created, finished, measured } = rows.arrays;
  const createdAt = (place: number) => days.numberOf(created[found[place] as number] as number);
  const firstDay = createdAt(found.length - 1);
  const lastDay = days.numberOf(latestOf(rows, found));
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
  const isSplit = (slot: number, held: number): boolean => {
    const end = finished[slot] as number;
    return end > (created[slot] as number) && bucketAt(end - 1) !== held;
  };
  const addParts = (slot: number, held: number) => {
    const range = { start: created[slot] as number, end: finished[slot] as number };
    const to = Math.min(bucketAt(range.end - 1), last);
    for (let bucket = Math.max(held, first); bucket <= to; bucket++)
      add(bucket, partOf(measured[slot] as number, range, windowOf(bucket)));
  };
  for (let i = 0; i < found.length;) {
    const held = bucketAt(created[found[i] as number] as number);
    const { start: from, end: until } = windowOf(held);
    // What no calendar can write lies outside the bucket it is counted to.
    const next = Math.max(i + 1, firstBefore(found, created, from));
    let heldMs = 0;
    for (; i < next; i++) {
      const slot = found[i] as number;
      const ms = measured[slot] as number;
      const end = finished[slot] as number;
      // What ends at midnight does not reach into the next day; of what runs the end is NaN.
      const isBeyond = end - 1 >= until && isSplit(slot, held);
      heldMs += isBeyond ? 0 : ms;
      if (isBeyond) addParts(slot, held);
    }
    add(held, heldMs);
  }
  const times = Array.from(sums, (measuredMs, place) => ({
    day: dayText(firstDayOf(first + place, unit)),
    measuredMs,
  }));
  return { unit, times };
}

/** The last instant that anything found takes time in, or begins at. */
function latestOf(rows: Rows, found: Uint32Array): number {
  const { created, finished, measured } = rows.arrays;
  let latest = created[found[0] as number] as number;
  for (let i = 0; i < found.length; i++) {
    const slot = found[i] as number;
    const end = finished[slot] as number;
    // Nearly all sessions end before the newest does, so nothing else about them has to be read.
    if (end - 1 > latest && end > (created[slot] as number) && (measured[slot] as number) > 0)
      latest = end - 1;
  }
  return latest;
}
