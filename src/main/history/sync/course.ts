import { isPatient, loadingPause, pace } from './pace.ts';
import type { Deferred, Situation, Walk } from './planner.ts';
import { behind, type Step } from './walker.ts';

/** Everything about the way so far that is not in the history itself. */
export interface Course {
  /** Passes under way; a backfill is none, because what it has left is read from the history. */
  readonly passes: readonly Walk[];
  readonly deferred: readonly Deferred[];
  /** Answers in a row in which the server said it is still loading. */
  readonly loadingAnswers: number;
  readonly todayNotBefore: number;
}

export const atTheStart: Course = {
  passes: [],
  deferred: [],
  loadingAnswers: 0,
  todayNotBefore: 0,
};

/** What a step means for the way ahead. */
export interface Onward {
  readonly course: Course;
  /** How long to leave the server alone first, ms. */
  readonly pause: number;
  /** A pass that went all the way. */
  readonly finished: Walk | null;
}

/** Works out the way ahead from what a step of a walk came to. `now` is UTC ms. */
export function onward(course: Course, walk: Walk, step: Step, now: number): Onward {
  const loadingAnswers = step.outcome === 'loading' ? course.loadingAnswers + 1 : 0;
  const next = { ...course, loadingAnswers };
  if (step.outcome === 'part') return proceed(next, walk, walk, now);
  if (step.outcome === 'whole') return proceed(next, walk, behind(walk, step.window), now);
  if (step.outcome === 'loading' && isPatient(loadingAnswers)) {
    return { ...proceed(next, walk, walk, now), pause: loadingPause(loadingAnswers) };
  }
  // Nothing more to be had here for now: what lies behind it must not wait.
  const until = now + (step.outcome === 'stuck' ? pace.stuck : loadingPause(loadingAnswers));
  const { start, end } = step.window;
  const deferred = [
    ...course.deferred.filter((each) => each.until > now),
    { start, end: end ?? now, until },
  ];
  const doubtful = { ...walk, doubtful: true };
  return proceed({ ...next, deferred }, doubtful, behind(doubtful, step.window), now);
}

/** What is left of the course once the history had to be begun anew. */
export function forgetWay(course: Course): Course {
  return { ...atTheStart, loadingAnswers: course.loadingAnswers };
}

/** The part of a situation that the course tells. */
export function wayOf(course: Course): Pick<Situation, 'passes' | 'deferred' | 'todayNotBefore'> {
  const { passes, deferred, todayNotBefore } = course;
  return { passes, deferred, todayNotBefore };
}

function proceed(course: Course, walk: Walk, rest: Walk | null, now: number): Onward {
  const others = course.passes.filter((each) => each.kind !== walk.kind);
  if (walk.kind === 'backfill') return { course, pause: 0, finished: null };
  if (rest) return { course: { ...course, passes: [...others, rest] }, pause: 0, finished: null };
  const done = { ...course, passes: others };
  if (walk.kind === 'today' && walk.doubtful) {
    const pause = Math.min(pace.inattentive, loadingPause(Math.max(1, course.loadingAnswers)));
    return { course: { ...done, todayNotBefore: now + pause }, pause: 0, finished: null };
  }
  return { course: done, pause: 0, finished: walk };
}
