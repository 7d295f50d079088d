import { problemOf, type Problem } from '../../../shared/problem.ts';
import { dayOf, rangeOfDay } from '../../../shared/time.ts';
import type { Alarm } from './alarm.ts';
import { mindAttendance } from './attendance.ts';
import { atTheStart, forgetWay, onward, wayOf } from './course.ts';
import { backOff, isOffline, pace } from './pace.ts';
import { plan, type Situation, type Walk } from './planner.ts';
import { standing, type Report } from './report.ts';
import type { SyncDeps } from './types.ts';
import { createWalker } from './walker.ts';

/** What the outside wants of the engine; it looks at it between two requests. */
export interface Wishes {
  stopped: boolean;
  suspended: boolean;
  /** What the system says about the network. */
  online: boolean;
  /** Today is wanted now. */
  today: boolean;
  /** The JWT is to be renewed before anything else. */
  renew: boolean;
  /** Ends the request under way. */
  controller: AbortController;
}

export interface EngineDeps extends SyncDeps {
  readonly wishes: Wishes;
  readonly alarm: Alarm;
  readonly report: Report;
}

/** How often the rest of the program is told that sessions changed while they stream in, ms. */
const tellEvery = 1000;
const day = 86_400_000;

/** One request at a time, until it is told to stop. */
export async function runEngine(deps: EngineDeps): Promise<void> {
  const { api, history, clock, random, wishes, alarm, report, log } = deps;
  const takeStep = createWalker(deps);
  let course = atTheStart;
  let failures = 0;
  let purgedTo: number | null = null;
  let holdsDeviceIds = true;
  let toldAt = -Infinity;
  let untold = false;

  async function situation(): Promise<Situation> {
    const coverage = await history.coverage();
    const oldestRunning = await history.oldestRunning();
    const now = clock();
    const zone = deps.zone();
    return {
      now,
      dayStart: rangeOfDay(dayOf(now, zone), zone).start,
      coverage,
      oldestRunning,
      keptFrom: deps.retentionFrom(),
      isVisible: deps.isVisible(),
      wish: wishes.today,
      ...wayOf(course),
    };
  }

  function tellChange(atOnce: boolean): void {
    const now = clock();
    if (!untold || (!atOnce && Math.abs(now - toldAt) < tellEvery)) return;
    untold = false;
    toldAt = now;
    deps.onChange();
  }

  /** Purges at the start, daily, and as soon as the reach was shortened. */
  async function purge(): Promise<void> {
    const from = deps.retentionFrom();
    if (from === null) purgedTo = null;
    if (from === null || (purgedTo !== null && from - purgedTo < day)) return;
    untold = (await history.purgeBefore(from)) > 0 || untold;
    purgedTo = from;
  }

  /** At the start, and as soon as they are no longer wanted. */
  async function dropDeviceIds(): Promise<void> {
    const wanted = deps.deviceIds();
    if (!wanted && holdsDeviceIds) untold = (await history.removeDeviceIds()) || untold;
    holdsDeviceIds = wanted;
  }

  /** Waits until an instant. @returns whether it was woken before. */
  async function waitUntil(until: number): Promise<boolean> {
    while (clock() < until) {
      const rung = await alarm.sleep(until - clock());
      if (rung || wishes.stopped || wishes.suspended) return true;
      // Timers may fire a moment early; more than that, and the clock was set back meanwhile.
      if (until - clock() > tellEvery) return false;
    }
    return false;
  }

  async function walkOn(walk: Walk, { now, coverage }: Situation): Promise<void> {
    if (coverage.ranges.length === 0 && coverage.sessions === 0 && coverage.lastFull === null) {
      // Of nothing at all everything is known to be true.
      await history.note({ lastRecent: now, lastFull: now });
    }
    const step = await takeStep(walk, wishes.controller.signal);
    succeeded();
    if (walk.kind === 'today') wishes.today = false;
    untold ||= step.changed;
    const { beginning } = step.fetched;
    if (beginning !== coverage.beginning) await history.note({ beginning });
    const { course: next, pause, finished } = onward(course, walk, step, clock());
    course = next;
    if (step.outcome === 'stuck') log({ level: 'warn', event: 'a moment cannot be completed' });
    if (finished) await noteFinished(finished);
    report.change({ serverStillLoading: step.fetched.stillLoading });
    tellChange(false);
    if (pause > 0) {
      tellChange(true);
      report.change(standing(await situation()));
      await waitUntil(clock() + pause);
    }
  }

  async function noteFinished({ kind, startedAt }: Walk): Promise<void> {
    if (kind === 'today') await history.note({ lastToday: startedAt });
    if (kind === 'recent') await history.note({ lastRecent: startedAt });
    if (kind === 'full') await history.note({ lastRecent: startedAt, lastFull: startedAt });
    if (kind !== 'today') log({ level: 'info', event: 'pass finished', kind });
  }

  function succeeded(): void {
    failures = 0;
    wishes.online = true;
    report.change({ problem: null, offline: false });
  }

  async function failed(error: unknown): Promise<void> {
    if (error instanceof Error && error.name === 'AbortError') {
      // The API was closed, which is no failure: whoever did that is about to stop this as well.
      await waitUntil(clock() + tellEvery);
      return;
    }
    failures++;
    const now = clock();
    const problem = problemOf(error);
    const message = error instanceof Error ? error.message : undefined;
    log({ level: 'warn', event: 'sync failed', code: problem.code, message, failures });
    if (problem.code === 'history-damaged' && problem.path !== undefined) {
      course = forgetWay(course);
      report.change({ notice: problem });
      untold = true;
    }
    const asked = problem.code === 'rate-limited' ? problem.retryAt : undefined;
    const until = asked ?? now + backOff(failures, random());
    const hopeless = problem.code === 'tokens-rejected';
    const told: Problem = hopeless ? problem : { ...problem, retryAt: until };
    report.change({
      phase: 'waiting',
      offline: isOffline(problem) || !wishes.online,
      problem: told,
    });
    tellChange(true);
    if (hopeless) await alarm.sleep(Infinity);
    else while ((await waitUntil(until)) && asked !== undefined && isAwake());
  }

  const isAwake = () => !wishes.stopped && !wishes.suspended;

  async function turn(): Promise<void> {
    if (wishes.renew) {
      await api.renew();
      wishes.renew = false;
    }
    await purge();
    await dropDeviceIds();
    const current = await situation();
    const next = plan(current);
    if (next.kind === 'rest') {
      // Whoever hears that everything is here reads what is here.
      tellChange(true);
      report.change({ ...standing(current), phase: 'idle' });
      await waitUntil(next.until);
      return;
    }
    if (await mindAttendance(deps)) {
      course = { ...course, passes: [] };
      return;
    }
    const stand = standing(current);
    report.change({ ...stand, phase: stand.progress ? 'first' : 'refreshing' });
    await walkOn(next.walk, current);
  }

  while (!wishes.stopped) {
    if (wishes.suspended) {
      await alarm.sleep(Infinity);
      continue;
    }
    if (!wishes.online && !wishes.today) {
      report.change({ offline: true });
      // The system may be wrong about the network, so the server is tried now and then.
      await waitUntil(clock() + pace.probe);
      if (!isAwake()) continue;
    }
    const { signal } = wishes.controller;
    try {
      await turn();
    } catch (error) {
      if (!signal.aborted) await failed(error);
    }
  }
}
