import { describe, expect, it } from 'vitest';
import {
  isFilled,
  plan,
  reachesBackTo,
  todayStart,
  type Situation,
  type Walk,
} from '../../../../../src/main/history/sync/planner.ts';
import { afternoon, day, hour, minute } from '../support/harness.ts';

const midnight = afternoon - 14 * hour;
const eve = midnight - 15 * minute;
const beginning = afternoon - 400 * day;

/** Everything done a moment ago. */
function situation(
  changes: Partial<Situation> = {},
  coverage: Partial<Situation['coverage']> = {},
): Situation {
  return {
    now: afternoon,
    dayStart: midnight,
    coverage: {
      ranges: [{ start: beginning, end: afternoon - 15 * minute }],
      beginning,
      sessions: 1000,
      malformed: 0,
      lastToday: afternoon,
      lastRecent: afternoon - hour,
      lastFull: afternoon - day,
      unattended: null,
      ...coverage,
    },
    oldestRunning: null,
    keptFrom: null,
    isVisible: false,
    wish: false,
    todayNotBefore: 0,
    passes: [],
    deferred: [],
    ...changes,
  };
}

/** The kind of walk and what it goes over, or when the rest ends, from now. */
function next(of: Situation): unknown {
  const decided = plan(of);
  if (decided.kind === 'rest') return { rest: decided.until - of.now };
  const { kind, range } = decided.walk;
  return { [kind]: [range.start, range.end] };
}

const today = { today: [eve, null] };
const walk = (kind: Walk['kind']): Walk => ({
  kind,
  range: { start: 5, end: 9 },
  startedAt: afternoon,
  doubtful: false,
});

describe('what comes next', () => {
  it.each<[string, Situation, unknown]>([
    ['nothing to do', situation(), { rest: minute }],
    ['nothing heard yet', situation({}, { ranges: [], beginning: null, lastToday: null }), today],
    ['today is due', situation({}, { lastToday: afternoon - 5 * minute }), today],
    ['today is nearly due', situation({}, { lastToday: afternoon - 5 * minute + 1 }), { rest: 1 }],
    ['somebody looks', situation({ isVisible: true }, { lastToday: afternoon - minute }), today],
    ['somebody wishes', situation({ wish: true }), today],
    [
      'somebody wishes what was put off',
      situation({ wish: true, todayNotBefore: afternoon + 9 }),
      today,
    ],
    [
      'today is due but put off',
      situation({ todayNotBefore: afternoon + 9 }, { lastToday: null }),
      { rest: 9 },
    ],
    ['the clock was set back', situation({}, { lastToday: afternoon + 1 }), today],
    [
      'a session runs',
      situation({ oldestRunning: afternoon - hour }, { lastToday: afternoon - minute }),
      today,
    ],
    [
      'the recent past is due',
      situation({}, { lastRecent: afternoon - day }),
      { recent: [afternoon - 45 * day, afternoon] },
    ],
    [
      'everything is due',
      situation({}, { lastFull: null, lastRecent: null }),
      { full: [beginning, afternoon] },
    ],
    [
      'everything is due of what is kept',
      situation({ keptFrom: afternoon - 30 * day }, { lastFull: null }),
      { full: [afternoon - 30 * day, afternoon] },
    ],
    [
      'the recent past is due of what is kept',
      situation({ keptFrom: afternoon - 9 * day }, { lastRecent: null }),
      { recent: [afternoon - 9 * day, afternoon] },
    ],
    ['a pass is under way', situation({ passes: [walk('full')] }), { full: [5, 9] }],
    [
      'a pass is under way and today is due',
      situation({ passes: [walk('recent')] }, { lastToday: null }),
      today,
    ],
    ['today is under way', situation({ passes: [walk('full'), walk('today')] }), { today: [5, 9] }],
    ['nothing is covered', situation({}, { ranges: [] }), { backfill: [beginning, eve] }],
    [
      'the newest gap comes first',
      situation(
        {},
        {
          ranges: [
            { start: beginning + 5, end: beginning + 9 },
            { start: afternoon - day, end: afternoon },
          ],
        },
      ),
      { backfill: [beginning + 9, afternoon - day] },
    ],
    [
      'a gap up to today',
      situation({}, { ranges: [{ start: beginning, end: afternoon - 3 * day }] }),
      { backfill: [afternoon - 3 * day, eve] },
    ],
    [
      'a gap below what is kept',
      situation(
        { keptFrom: afternoon - day },
        { ranges: [{ start: afternoon - day, end: afternoon }] },
      ),
      { rest: minute },
    ],
    [
      'a gap that was put off',
      situation(
        { deferred: [{ start: beginning, end: eve, until: afternoon + 7 }] },
        { ranges: [] },
      ),
      { rest: 7 },
    ],
    [
      'a gap that was put off long ago',
      situation({ deferred: [{ start: beginning, end: eve, until: afternoon }] }, { ranges: [] }),
      { backfill: [beginning, eve] },
    ],
    [
      'a gap behind one that was put off',
      situation({ deferred: [{ start: eve - 5, end: eve, until: afternoon + 7 }] }, { ranges: [] }),
      { backfill: [beginning, eve - 5] },
    ],
    [
      'the company began today',
      situation({}, { beginning: afternoon - hour, ranges: [] }),
      { rest: minute },
    ],
  ])('where %s', (_, of, expected) => {
    expect(next(of)).toEqual(expected);
  });
});

describe('where today begins', () => {
  it.each<[string, Partial<Situation>, number]>([
    ['a little before the day', {}, eve],
    ['no earlier shortly after midnight', { now: midnight + minute }, eve],
    [
      'before a session that runs since yesterday',
      { oldestRunning: midnight - hour },
      midnight - hour,
    ],
    [
      'no more than 36 hours before the day',
      { oldestRunning: midnight - 90 * day },
      midnight - 36 * hour,
    ],
    ['no later where a session runs since this morning', { oldestRunning: midnight + hour }, eve],
    ['with what is kept', { keptFrom: midnight + 5 }, midnight + 5],
  ])('%s', (_, changes, expected) => {
    expect(todayStart(situation(changes))).toBe(expected);
  });
});

describe('how far it has come', () => {
  it.each<[string, Situation, boolean, number]>([
    ['nowhere', situation({}, { ranges: [], beginning: null }), false, midnight],
    ['today', situation({}, { ranges: [{ start: midnight, end: afternoon }] }), false, midnight],
    [
      'half-way',
      situation({}, { ranges: [{ start: beginning + day, end: afternoon }] }),
      false,
      beginning + day,
    ],
    ['all the way', situation(), true, beginning],
    [
      'all that is kept',
      situation(
        { keptFrom: afternoon - day },
        { ranges: [{ start: afternoon - day, end: afternoon }] },
      ),
      true,
      afternoon - day,
    ],
    [
      'all but the last days',
      situation({}, { ranges: [{ start: beginning, end: afternoon - 3 * day }] }),
      true,
      midnight,
    ],
    ['a company of today', situation({}, { beginning: afternoon - 1, ranges: [] }), true, midnight],
  ])('%s', (_, of, filled, back) => {
    expect(isFilled(of)).toBe(filled);
    expect(reachesBackTo(of)).toBe(back);
  });
});
