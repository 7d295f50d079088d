import type { Session } from './session.ts';
import type { TimeRange } from './time.ts';

/** The fields that time is counted from. */
export type Timed = Pick<Session, 'createdAt' | 'finishedAt' | 'durationMs' | 'customDurationMs'>;

/** Whether a session still runs: it is listed with a live clock and stays out of every total. */
export function isRunning(session: Pick<Session, 'finishedAt'>): boolean {
  return session.finishedAt === null;
}

/**
 * Measured time in ms: the server's `duration`; where a finished session lacks it, the time between
 * beginning and end. Never negative; 0 while running.
 */
export function measuredMs(session: Timed): number {
  if (session.finishedAt === null) return 0;
  return Math.max(0, session.durationMs ?? session.finishedAt - session.createdAt);
}

/** Billable time in ms: the custom duration where one was set, else the measured one. */
export function billableMs(session: Timed): number {
  if (session.finishedAt === null) return 0;
  return Math.max(0, session.customDurationMs ?? measuredMs(session));
}

/** The stretch of time a session took up; one that runs reaches to `now`. UTC ms. */
export function spanOf(session: Timed, now: number): TimeRange {
  const end = session.finishedAt ?? now;
  return { start: session.createdAt, end: Math.max(session.createdAt, end) };
}
