import { roundMs } from './round.ts';
import type { RoundingRule } from './rule.ts';

/** A session of one client as it is billed. Times UTC ms, `billableMs` before rounding. */
export interface Billed {
  readonly key: number;
  readonly start: number;
  readonly end: number;
  readonly billableMs: number;
  /** Tells apart who worked: only sessions of the same crew become one visit. */
  readonly crew: string;
}

/** What is rounded at once: a session, a visit, or a client's day. Durations ms. */
export interface Unit {
  readonly keys: readonly number[];
  readonly workedMs: number;
  /** From the beginning to the end of each visit, gaps included. */
  readonly spannedMs: number;
  readonly billableMs: number;
}

interface Visit {
  readonly keys: number[];
  readonly start: number;
  end: number;
  workedMs: number;
}

/**
 * The units that one client's sessions are billed in, in order of their beginning.
 * @param dayOf the local day of an instant; asked only where days are billed
 */
export function billableUnits(
  sessions: readonly Billed[],
  rule: RoundingRule,
  dayOf: (instant: number) => string | number,
): readonly Unit[] {
  const visits = visitsOf(sessions, rule.mergeGap * 60_000);
  const groups = new Map<string | number, Visit[]>();
  for (const [index, visit] of visits.entries()) {
    const key = rule.per === 'clientDay' ? dayOf(visit.start) : index;
    const group = groups.get(key);
    if (group) group.push(visit);
    else groups.set(key, [visit]);
  }
  return [...groups.values()].map((group) => unitOf(group, rule));
}

/** What one client's sessions come to, ms: the sum of the rounded units. */
export function billableTotal(
  sessions: readonly Billed[],
  rule: RoundingRule,
  dayOf: (instant: number) => string | number,
): number {
  return billableUnits(sessions, rule, dayOf).reduce((sum, unit) => sum + unit.billableMs, 0);
}

function visitsOf(sessions: readonly Billed[], gap: number): readonly Visit[] {
  const visits: Visit[] = [];
  const open = new Map<string, Visit>();
  for (const session of [...sessions].sort((a, b) => a.start - b.start || a.key - b.key)) {
    const end = Math.max(session.start, session.end);
    const workedMs = Math.max(0, session.billableMs);
    const last = gap > 0 ? open.get(session.crew) : undefined;
    if (last && session.start - last.end <= gap) {
      last.keys.push(session.key);
      last.end = Math.max(last.end, end);
      last.workedMs += workedMs;
    } else {
      const visit = { keys: [session.key], start: session.start, end, workedMs };
      open.set(session.crew, visit);
      visits.push(visit);
    }
  }
  return visits;
}

function unitOf(visits: readonly Visit[], rule: RoundingRule): Unit {
  const workedMs = visits.reduce((sum, visit) => sum + visit.workedMs, 0);
  return {
    keys: visits.flatMap((visit) => visit.keys),
    workedMs,
    spannedMs: visits.reduce((sum, visit) => sum + visit.end - visit.start, 0),
    billableMs: roundMs(workedMs, rule),
  };
}
