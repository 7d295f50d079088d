import * as v from 'valibot';
import type { Session } from './session.ts';
import { techniciansOf, tookPart } from './technician.ts';
import {
  addDays,
  dayOf,
  overlap,
  partOf,
  rangeOfDay,
  unionLength,
  type TimeRange,
} from './time.ts';
import { webLink } from './web-link.ts';
import { billableMs, isRunning, measuredMs, spanOf } from './worktime.ts';

/** No more rows than this cross the bridge; totals and counts are always of all. */
export const mostRows = 500;

export const scopeSchema = v.picklist(['mine', 'team']);
export type Scope = v.InferOutput<typeof scopeSchema>;

export const todayRowSchema = v.object({
  id: v.string(),
  name: v.string(),
  type: v.string(),
  state: v.string(),
  invoiceState: v.string(),
  clientName: v.nullable(v.string()),
  clientNumber: v.nullable(v.string()),
  /** A rule on this machine gave the client to the session, which names none. */
  clientIsLocal: v.optional(v.boolean()),
  computerName: v.nullable(v.string()),
  technicians: v.array(v.string()),
  mine: v.boolean(),
  /** UTC ms; before the day's start where the session began on an earlier day. */
  startedAt: v.number(),
  /** UTC ms; null while running. */
  finishedAt: v.nullable(v.number()),
  /** The part of the measured time that belongs to this day, ms. */
  measuredMs: v.number(),
  /** The part of the billable time that belongs to this day, ms. */
  billableMs: v.number(),
  /** The whole custom duration, where one was set, ms. */
  customDurationMs: v.nullable(v.number()),
  /** A page over https; null where there is none, or none that may be opened. */
  commentsLink: v.nullable(v.string()),
});
export type TodayRow = v.InferOutput<typeof todayRowSchema>;

export const dayTotalSchema = v.object({
  /** Calendar day, `2026-11-23`. */
  day: v.string(),
  measuredMs: v.number(),
  billableMs: v.number(),
});

export const todaySchema = v.object({
  day: v.string(),
  zone: v.string(),
  /** The day's bounds, UTC ms: 23 to 25 hours apart. */
  start: v.number(),
  end: v.number(),
  scope: scopeSchema,
  /** False where "mine" cannot be told: no own e-mail, or participants unknown. */
  mineKnown: v.boolean(),
  measuredMs: v.number(),
  billableMs: v.number(),
  /** Time covered by at least one session, ms. */
  wallClockMs: v.number(),
  /** Time logged beside another session, ms: the spans' sum less the wall clock. */
  parallelMs: v.number(),
  sessionCount: v.number(),
  runningCount: v.number(),
  clientCount: v.number(),
  /** Newest first, at most {@link mostRows}. */
  rows: v.array(todayRowSchema),
  /** Seven days, the oldest first, today last. */
  week: v.array(dayTotalSchema),
});
export type Today = v.InferOutput<typeof todaySchema>;

export interface TodayQuery {
  /** UTC ms. */
  readonly now: number;
  /** IANA time zone. */
  readonly zone: string;
  readonly scope: Scope;
  readonly ownEmail: string | null;
  /** The account behind the address, once the server told it. */
  readonly ownUserId?: string | null;
}

/** The seven local days that end with the day of `now`, and the range they cover, UTC ms. */
export function weekOf(now: number, zone: string): { days: readonly string[]; range: TimeRange } {
  const today = dayOf(now, zone);
  const days = [-6, -5, -4, -3, -2, -1, 0].map((offset) => addDays(today, offset));
  const start = rangeOfDay(addDays(today, -6), zone).start;
  return { days, range: { start, end: rangeOfDay(today, zone).end } };
}

/**
 * Today as a person reads it, from every session that touches the last seven days.
 *
 * A session counts to each local day by its part; running sessions are listed and stay out of the
 * totals; parallel sessions count in full and once on the wall clock.
 */
export function summarise(sessions: readonly Session[], query: TodayQuery): Today {
  const { now, zone, ownEmail, ownUserId } = query;
  const { days } = weekOf(now, zone);
  const day = dayOf(now, zone);
  const bounds = rangeOfDay(day, zone);
  const mineKnown = ownEmail !== null && (sessions.length === 0 || sessions.some(hasAttendance));
  const scope = mineKnown ? query.scope : 'team';
  const counted =
    scope === 'mine' && ownEmail !== null
      ? sessions.filter((session) => tookPart(session, ownEmail, ownUserId))
      : sessions;
  const onDay = counted.filter((session) => touches(session, bounds, now));
  const finished = onDay.filter((session) => !isRunning(session));
  const spans = finished.map((session) => clip(spanOf(session, now), bounds));
  const wallClockMs = unionLength(spans);
  return {
    day,
    zone,
    ...bounds,
    scope,
    mineKnown,
    ...totalsWithin(finished, bounds, now),
    wallClockMs,
    parallelMs: spans.reduce((sum, span) => sum + (span.end - span.start), 0) - wallClockMs,
    sessionCount: onDay.length,
    runningCount: onDay.length - finished.length,
    clientCount: new Set(onDay.flatMap((session) => session.client?.folderId ?? [])).size,
    rows: [...onDay]
      .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1))
      .slice(0, mostRows)
      .map((session) => rowOf(session, bounds, query)),
    week: days.map((each) => ({
      day: each,
      ...totalsWithin(counted, rangeOfDay(each, zone), now),
    })),
  };
}

function totalsWithin(
  sessions: readonly Session[],
  window: TimeRange,
  now: number,
): { measuredMs: number; billableMs: number } {
  let measured = 0;
  let billable = 0;
  for (const session of sessions) {
    const span = spanOf(session, now);
    measured += partOf(measuredMs(session), span, window);
    billable += partOf(billableMs(session), span, window);
  }
  return { measuredMs: measured, billableMs: billable };
}

function rowOf(session: Session, window: TimeRange, query: TodayQuery): TodayRow {
  const span = spanOf(session, query.now);
  return {
    id: session.id,
    name: session.name,
    type: session.type,
    state: session.state,
    invoiceState: session.invoiceState,
    clientName: session.client?.name ?? null,
    clientNumber: session.client?.number ?? null,
    ...(session.client?.isLocal && { clientIsLocal: true }),
    computerName: session.computer?.displayName ?? null,
    technicians: techniciansOf(session).flatMap((p) => p.name ?? p.email ?? []),
    mine: query.ownEmail !== null && tookPart(session, query.ownEmail, query.ownUserId),
    startedAt: session.createdAt,
    finishedAt: session.finishedAt,
    measuredMs: partOf(measuredMs(session), span, window),
    billableMs: partOf(billableMs(session), span, window),
    customDurationMs: session.customDurationMs,
    commentsLink: webLink(session.commentsLink),
  };
}

function touches(session: Session, window: TimeRange, now: number): boolean {
  const span = spanOf(session, now);
  if (overlap(span, window) > 0) return true;
  return window.start <= span.start && span.start < window.end;
}

function clip(range: TimeRange, window: TimeRange): TimeRange {
  return { start: Math.max(range.start, window.start), end: Math.min(range.end, window.end) };
}

function hasAttendance(session: Session): boolean {
  return session.participants.length > 0;
}
