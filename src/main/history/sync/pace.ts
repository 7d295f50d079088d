import type { Problem, ProblemCode } from '../../../shared/problem.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How often what is asked again, ms. */
export const pace = {
  /** Today, while a session runs or somebody looks. */
  attentive: minute,
  /** Today, otherwise. */
  inattentive: 5 * minute,
  /** The recent past and everything: durations and invoice states are edited later. */
  recent: day,
  full: 7 * day,
  /** How far back the recent past reaches. */
  recentReach: 45 * day,
  /**
   * How long a moment stays open: the server's clock may run behind ours, and it reports with a delay, so
   * what was complete a moment ago may not have been the last word.
   */
  settling: 15 * minute,
  /** A session that "runs" for longer than this before the day began is left to the daily pass. */
  longestShift: 36 * hour,
  /** How often the server is tried although the network is said to be gone. */
  probe: 5 * minute,
  /** A stretch that cannot be completed is put off for this long. */
  stuck: hour,
} as const;

/** Answers in a row that said "still loading" for which the same question is put again. */
const patience = 3;

/** Whether the same question is worth putting again, or others go first. */
export function isPatient(loadingAnswers: number): boolean {
  return loadingAnswers <= patience;
}

/** How long a server that is still loading is left alone, ms: 10 s, growing to an hour. */
export function loadingPause(loadingAnswers: number): number {
  return Math.min(hour, 10 * second * 2 ** (loadingAnswers - 1));
}

/** How long to wait after so many failures in a row, ms: 2 s growing to 5 min, at least half of it. */
export function backOff(failures: number, random: number): number {
  const longest = Math.min(5 * minute, 2 * second * 2 ** Math.min(failures - 1, 20));
  return Math.round((longest * (1 + random)) / 2);
}

const unreachable: ReadonlySet<ProblemCode> = new Set(['offline', 'timeout']);

/** Whether a problem means that the network or the server cannot be reached. */
export function isOffline(problem: Problem): boolean {
  return unreachable.has(problem.code);
}

/** Problems that asking for less at a time may help against. */
export const mayBeTooMuch: ReadonlySet<ProblemCode> = new Set([
  'timeout',
  'server-error',
  'malformed-response',
]);
