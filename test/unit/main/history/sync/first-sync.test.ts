import { describe, expect, it } from 'vitest';
import { manySessions, sessionOf } from '../support/sessions.ts';
import {
  afternoon,
  createHarness,
  day,
  hour,
  inOrder,
  minute,
  type Harness,
} from '../support/harness.ts';
import { settle } from '../support/time.ts';

let harness: Harness;

const beginning = afternoon - 200 * day;
const sessions = manySessions(300, beginning, afternoon);

describe('the first sync', () => {
  it.each([
    { cap: Infinity, paging: false },
    { cap: 100, paging: true },
    { cap: 100, paging: false },
    { cap: 7, paging: true },
    { cap: 7, paging: false },
    { cap: 1, paging: true },
    { cap: 1, paging: false },
  ])('brings every session ($cap per answer, paging $paging)', async ({ cap, paging }) => {
    harness = createHarness(sessions);
    Object.assign(harness.server, { cap, paging });
    await harness.catchUp();
    expect(inOrder(harness.history.all())).toEqual(inOrder(sessions));
    expect(harness.sync.state()).toMatchObject({ phase: 'idle', progress: null, problem: null });
  });

  it.each([
    { from: true, to: true },
    { from: true, to: false },
    { from: false, to: true },
    { from: false, to: false },
  ])('loses nothing at the seams (bounds inclusive: from $from, to $to)', async (inclusive) => {
    harness = createHarness(sessions);
    Object.assign(harness.server, { cap: 5, inclusive });
    await harness.catchUp();
    expect(inOrder(harness.history.all())).toEqual(inOrder(sessions));
  });

  it('brings every session where time frames apply to the last update', async () => {
    harness = createHarness(sessions);
    Object.assign(harness.server, { cap: 20, timeOf: sessionUpdate });
    await harness.catchUp();
    expect(inOrder(harness.history.all())).toEqual(inOrder(sessions));
  });

  it('asks for today before anything else, open-ended', async () => {
    harness = createHarness(sessions);
    await harness.catchUp();
    // A quarter of an hour before the day begins in Berlin: yesterday's end may not be settled.
    const eve = Date.UTC(2026, 10, 22, 22, 45);
    expect(harness.server.requests[0]).toMatchObject({ from: eve - 1, to: null });
    const later = harness.server.requests.slice(1);
    expect(later.map((query) => query.to)).toEqual(
      later.map((query) => query.to).sort((a, b) => Number(b) - Number(a)),
    );
  });

  it('tells how far it has come, and that it has arrived', async () => {
    harness = createHarness(sessions);
    harness.server.cap = 30;
    await harness.catchUp();
    const onTheWay = harness.states.flatMap((state) => (state.progress ? [state.progress] : []));
    expect(onTheWay.length).toBeGreaterThan(5);
    const reached = onTheWay.map((progress) => progress.reachesBackTo);
    expect(reached).toEqual([...reached].sort((a, b) => b - a));
    expect(onTheWay.at(-1)?.beginning).toBe(harness.server.beginning);
    expect(onTheWay.at(-1)?.sessions).toBeGreaterThan(200);
    expect(harness.states.filter((state) => state.progress && state.phase === 'idle')).toEqual([]);
    expect(harness.sync.state()).toMatchObject({ progress: null, lastSuccessAt: afternoon });
  });

  it('goes on where it was left', async () => {
    harness = createHarness(sessions);
    harness.server.cap = 30;
    harness.server.onRequest = () => {
      if (harness.server.requests.length === 12) void harness.sync.stop();
    };
    harness.sync.start();
    await settle();
    const before = [...harness.server.requests];
    const reached = Math.min(...before.slice(0, -2).map((query) => query.from));
    harness.server.requests.length = 0;
    harness.server.onRequest = () => undefined;

    const again = harness.restart();
    again.start();
    await settle();
    await again.stop();
    expect(inOrder(harness.history.all())).toEqual(inOrder(sessions));
    const past = harness.server.requests.filter((query) => query.to !== null);
    expect(past.filter((query) => query.from > reached)).toEqual([]);
  });

  it('completes a millisecond that holds more sessions than an answer', async () => {
    const moment = afternoon - 30 * day;
    const crowd = Array.from({ length: 9 }, (_, at) =>
      sessionOf({ id: `crowd-${at}`, createdAt: moment, finishedAt: moment + hour }),
    );
    harness = createHarness([...crowd, ...sessions]);
    harness.server.cap = 2;
    await harness.catchUp();
    expect(harness.history.all().filter((session) => session.createdAt === moment)).toHaveLength(9);
    expect(harness.server.requests.some((query) => query.filter?.startsWith('id not in'))).toBe(
      true,
    );
    expect(harness.sync.state()).toMatchObject({ phase: 'idle', progress: null });
  });

  it('puts off a moment that cannot be completed, and goes on behind it', async () => {
    const moment = afternoon - 30 * day;
    const crowd = Array.from({ length: 3 }, (_, at) =>
      sessionOf({ id: `crowd-${at}`, createdAt: moment, finishedAt: moment + hour }),
    );
    harness = createHarness([...crowd, ...sessions]);
    Object.assign(harness.server, { cap: 2, filters: 'match nothing' });
    await harness.catchUp();
    expect(harness.history.all().at(-1)).toEqual(sessions[0]);
    expect(harness.history.all().length).toBeLessThan(sessions.length + crowd.length);
    expect((await harness.history.coverage()).ranges.length).toBeGreaterThan(1);

    harness.server.filters = 'work';
    await harness.time.advance(2 * hour);
    expect(inOrder(harness.history.all())).toEqual(inOrder([...crowd, ...sessions]));
    expect((await harness.history.coverage()).ranges).toHaveLength(1);
  });

  it('stops paging where pages repeat themselves', async () => {
    harness = createHarness(sessions);
    Object.assign(harness.server, { cap: 20, paging: true, brokenPaging: true });
    await harness.catchUp();
    expect(inOrder(harness.history.all())).toEqual(inOrder(sessions));
    expect(harness.server.requests.filter((query) => query.after !== undefined)).toHaveLength(1);
  });

  it('goes on at the page that failed, not at the first one', async () => {
    harness = createHarness(sessions);
    Object.assign(harness.server, { cap: 3, paging: true });
    let nth = 0;
    harness.server.onRequest = () => {
      if (++nth % 4 === 0) harness.server.failures.push({ code: 'server-error' });
    };
    harness.sync.start();
    await harness.time.advance(hour);
    expect(inOrder(harness.history.all())).toEqual(inOrder(sessions));
    // A hundred full pages, a fourth of all requests in vain, the windows' last pages, and today every five minutes.
    expect(harness.server.requests.length).toBeLessThan(100 * (4 / 3) + 80);
  });

  it('uses answers well: windows grow where little lies and shrink where much does', async () => {
    harness = createHarness(manySessions(3000, beginning, afternoon));
    harness.server.cap = 100;
    await harness.catchUp();
    // 30 full answers are the least; planning each window 70 % full and a few wrong guesses are allowed.
    expect(harness.server.requests.length).toBeLessThan(80);
  });

  it('comes to rest with a company that has no sessions and began just now', async () => {
    harness = createHarness([]);
    harness.server.beginning = afternoon - minute;
    await harness.catchUp();
    expect(harness.sync.state()).toMatchObject({ phase: 'idle', progress: null });
    expect(harness.server.requests).toHaveLength(1);
  });

  it('counts malformed sessions and stops at none', async () => {
    harness = createHarness(sessions);
    harness.server.cap = 10;
    const [odd] = sessions;
    harness.server.malformed.set('a', {
      id: 'a',
      reason: 'no name',
      raw: { id: 'a' },
      createdAt: afternoon - day,
    });
    harness.server.malformed.set('b', {
      id: null,
      reason: 'no id',
      raw: {},
      createdAt: odd?.createdAt ?? 0,
    });
    await harness.catchUp();
    expect(harness.sync.state()).toMatchObject({
      malformedCount: 2,
      phase: 'idle',
      progress: null,
    });
    expect(inOrder(harness.history.all())).toEqual(inOrder(sessions));

    harness.server.malformed.delete('a');
    const mended = sessionOf({ id: 'a', createdAt: afternoon - day });
    harness.server.sessions.set('a', mended);
    await harness.skip(day + hour);
    expect(harness.sync.state().malformedCount).toBe(1);
    expect(harness.history.all()).toContainEqual(mended);

    harness.server.malformed.clear();
    await harness.skip(8 * day);
    expect(harness.sync.state().malformedCount).toBe(0);
  });
});

function sessionUpdate(session: { lastUpdatedAt: number }): number {
  return session.lastUpdatedAt;
}
