import type { TimeRange } from '../../../shared/time.ts';
import type { Coverage } from '../types.ts';
import { pace } from './pace.ts';
import type { Window } from './windows.ts';

/** What is walked through, window by window, newest first. */
export type WalkKind = 'today' | 'recent' | 'backfill' | 'full';

/** A walk under way: `range` is what is left of it. */
export interface Walk {
  readonly kind: WalkKind;
  readonly range: Window;
  /** UTC ms: what it confirms was true from here on. */
  readonly startedAt: number;
  /** A window on the way could not be completed. */
  readonly doubtful: boolean;
}

/** A stretch that could not be completed for now. */
export interface Deferred extends TimeRange {
  /** UTC ms. */
  readonly until: number;
}

/** Everything a decision rests on. Times are UTC ms. */
export interface Situation {
  readonly now: number;
  /** Beginning of the local day. */
  readonly dayStart: number;
  readonly coverage: Coverage;
  readonly oldestRunning: number | null;
  /** Nothing older is kept; null keeps everything. */
  readonly keptFrom: number | null;
  readonly isVisible: boolean;
  /** Somebody wants today now. */
  readonly wish: boolean;
  /** Today is not asked before, but at a wish. */
  readonly todayNotBefore: number;
  /** Reconciling passes that are under way. */
  readonly passes: readonly Walk[];
  readonly deferred: readonly Deferred[];
}

export type Plan =
  | { readonly kind: 'walk'; readonly walk: Walk }
  | { readonly kind: 'rest'; readonly until: number };

/** What to do next: today first, then the recent past, then what is missing, then everything again. */
export function plan(situation: Situation): Plan {
  const { now, coverage, passes, wish, todayNotBefore } = situation;
  const today = passes.find((walk) => walk.kind === 'today');
  if (today) return { kind: 'walk', walk: today };
  const todayAt = Math.max(todayNotBefore, dueAt(coverage.lastToday, todayEvery(situation), now));
  if (wish || todayAt <= now)
    return begin('today', { start: todayStart(situation), end: null }, now);

  const from = historyStart(situation);
  if (from === null) return { kind: 'rest', until: todayAt };
  const underWay = (kind: WalkKind) => passes.find((walk) => walk.kind === kind);
  const recentAt = dueAt(coverage.lastRecent, pace.recent, now);
  const fullAt = dueAt(coverage.lastFull, pace.full, now);

  // A pass over everything goes over the recent past as well.
  const recent = underWay('recent');
  if (recent) return { kind: 'walk', walk: recent };
  if (recentAt <= now && fullAt > now) {
    return begin('recent', { start: Math.max(from, now - pace.recentReach), end: now }, now);
  }
  const gap = newestGap(situation, from);
  if (gap) return begin('backfill', gap, now);
  const full = underWay('full');
  if (full) return { kind: 'walk', walk: full };
  if (fullAt <= now) return begin('full', { start: from, end: now }, now);

  const returns = situation.deferred.map((each) => each.until).filter((until) => until > now);
  // Whether somebody looks is found out by looking: every minute.
  const until = Math.min(todayAt, recentAt, fullAt, now + pace.attentive, ...returns);
  return { kind: 'rest', until: Math.max(until, now + 1) };
}

/** Where the history is meant to begin: the server's beginning or what is kept. Null while unknown. */
export function historyStart({
  coverage,
  keptFrom,
}: Pick<Situation, 'coverage' | 'keptFrom'>): number | null {
  if (coverage.beginning === null) return null;
  return Math.max(coverage.beginning, keptFrom ?? -Infinity);
}

/**
 * Where asking for today begins: with the oldest session that still runs, else a little before the local
 * day, because the last moments of yesterday are not settled when the day begins. It must not move along
 * with the clock: what lies before it would grow by a few milliseconds with every request, and never end.
 */
export function todayStart(
  situation: Pick<Situation, 'dayStart' | 'oldestRunning' | 'keptFrom'>,
): number {
  const { dayStart, oldestRunning, keptFrom } = situation;
  const shift = Math.max(oldestRunning ?? Infinity, dayStart - pace.longestShift);
  return Math.max(Math.min(eveOf(situation), shift), keptFrom ?? -Infinity);
}

function eveOf({ dayStart }: Pick<Situation, 'dayStart'>): number {
  return dayStart - pace.settling;
}

/** Whether the first sync has reached the beginning. */
export function isFilled(situation: Situation): boolean {
  const from = historyStart(situation);
  if (from === null) return false;
  const [oldest] = situation.coverage.ranges;
  return from >= todayStart(situation) || (oldest !== undefined && oldest.start <= from);
}

/** Since when everything is here without a gap, UTC ms. */
export function reachesBackTo(situation: Situation): number {
  const today = todayStart(situation);
  const newest = situation.coverage.ranges.at(-1);
  const reach = newest && newest.end >= today ? Math.min(newest.start, today) : today;
  // The last minutes of yesterday do not make a day.
  return reach < eveOf(situation) ? reach : Math.max(reach, situation.dayStart);
}

/** The newest stretch that is neither covered nor deferred nor asked for as today. */
function newestGap(situation: Situation, from: number): Window | null {
  const { coverage, deferred, now } = situation;
  const to = todayStart(situation);
  const done = [...coverage.ranges, ...deferred.filter((each) => each.until > now)];
  done.sort((a, b) => b.end - a.end);
  let end = to;
  for (const range of done) {
    if (range.end < end) break;
    end = Math.min(end, range.start);
  }
  if (end <= from) return null;
  const below = done.filter((range) => range.end < end).map((range) => range.end);
  return { start: Math.max(from, ...below), end };
}

function todayEvery({ isVisible, oldestRunning }: Situation): number {
  return isVisible || oldestRunning !== null ? pace.attentive : pace.inattentive;
}

/** When something is due again; at once where it never was, or where the clock was set back meanwhile. */
function dueAt(last: number | null, every: number, now: number): number {
  return last === null || last > now ? now : last + every;
}

function begin(kind: WalkKind, range: Window, now: number): Plan {
  return { kind: 'walk', walk: { kind, range, startedAt: now, doubtful: false } };
}
