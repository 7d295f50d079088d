import type { SessionsQuery } from '../../pcvisit/types.ts';

/** A stretch of time to ask for, UTC ms: `start` belongs to it, `end` does not; null is open-ended. */
export interface Window {
  readonly start: number;
  readonly end: number | null;
}

/** How long a window to ask for, ms, and the most nodes an answer was seen to hold. */
export interface Sizing {
  readonly length: number;
  readonly cap: number | null;
}

/** Sessions aimed at per window: enough to be quick, few enough for one answer and one transaction. */
const aim = 1000;
/** How full a window may be planned where the server caps its answers: work comes in bursts. */
const filling = 0.7;
/** Pages to a window: what has been paged through counts only once the last page came. */
const mostPages = 20;
const hour = 3_600_000;
const day = 24 * hour;

/** A week at a time, until the answers say more. */
export const pastSizing: Sizing = { length: 7 * day, cap: null };
/** The whole day at once, until the answers say more. */
export const todaySizing: Sizing = { length: Number.MAX_SAFE_INTEGER, cap: null };

/**
 * What to ask for so that exactly the window's sessions are among the answer. Whether the server's bounds
 * are inclusive is undocumented: one ms more at the beginning makes it right in each of the four cases.
 */
export function boundsOf({ start, end }: Window): Pick<SessionsQuery, 'from' | 'to'> {
  return { from: start - 1, to: end };
}

/** The newest part of a range that is no longer than the sizing says. `now` is UTC ms. */
export function newestPart({ start, end }: Window, sizing: Sizing, now: number): Window {
  const from = end ?? Math.max(now, start + 1);
  return { start: Math.max(start, from - sizing.length), end };
}

/** How long a window is, ms; an open-ended one reaches to `now`. At least 1. */
export function lengthOf({ start, end }: Window, now: number): number {
  return Math.max(1, (end ?? now) - start);
}

/** Nodes that came of a window, how many there are, and how many the first answer held. */
export interface Yield {
  readonly received: number;
  readonly total: number;
  readonly firstPage: number;
}

/** Learns from a window that came whole. */
export function afterWhole(sizing: Sizing, length: number, { received, firstPage }: Yield): Sizing {
  const paged = firstPage < received;
  const most = paged ? firstPage * mostPages : (sizing.cap ?? aim) * (sizing.cap ? filling : 1);
  const wanted = Math.min(aim, Math.max(1, most));
  const factor = received === 0 ? 4 : Math.min(4, Math.max(0.25, wanted / received));
  const next = Math.max(1, Math.round(length * factor));
  // A window that was cut short by the end of its range says nothing against the length in use.
  const kept = factor >= 1 ? Math.max(sizing.length, next) : next;
  return { ...sizing, length: Math.min(kept, Number.MAX_SAFE_INTEGER) };
}

/** Learns from a window that did not come whole: at most half of it next, less where far more lies there. */
export function afterPart(
  sizing: Sizing,
  length: number,
  { received, total, firstPage }: Yield,
): Sizing {
  const factor = Math.min(0.5, (filling * Math.max(1, received)) / Math.max(1, total));
  return {
    length: Math.max(1, Math.floor(length * factor)),
    cap: firstPage > 0 ? firstPage : sizing.cap,
  };
}

/** Half as long, for a server that could not manage; not below an hour, because it may just be down. */
export function halved(sizing: Sizing, length: number): Sizing {
  const shorter = Math.floor(Math.min(sizing.length, length) / 2);
  return { ...sizing, length: Math.max(Math.min(sizing.length, hour), shorter) };
}
