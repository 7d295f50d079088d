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

const beginning = afternoon - 100 * day;
const sessions = manySessions(200, beginning, afternoon - day);
const yesterdayNoon = afternoon - day;

/** When requests are made from now on, in ms from now, while the time goes on by `ms`. */
async function requestsDuring(ms: number): Promise<number[]> {
  const start = harness.time.clock();
  const times: number[] = [];
  harness.server.onRequest = () => times.push(harness.time.clock() - start);
  await harness.time.advance(ms);
  await settle();
  return times;
}

describe('after the first sync', () => {
  it('asks for today every five minutes', async () => {
    harness = createHarness(sessions);
    await harness.catchUp();
    expect(await requestsDuring(16 * minute)).toEqual([5, 10, 15].map((each) => each * minute));
  });

  it('asks for today every minute while somebody looks, from a minute after they began to', async () => {
    harness = createHarness(sessions);
    await harness.catchUp();
    await harness.time.advance(90_000);
    harness.visible = true;
    expect(await requestsDuring(3 * minute)).toEqual([30_000, 90_000, 150_000]);
  });

  it.each([1, 4, 14, 15, 16])('comes to rest %i minutes after midnight', async (minutes) => {
    const now = afternoon - 14 * hour + minutes * minute;
    harness = createHarness(sessions, { now });
    let requests = 0;
    // Every answer takes its time, and what was "a moment ago" moves on meanwhile.
    harness.server.onRequest = () => {
      requests += 1;
      if (requests < 500) harness.time.set(harness.time.clock() + 40);
    };
    await harness.catchUp();
    expect(harness.sync.state()).toMatchObject({ phase: 'idle', progress: null });
    expect(requests).toBeLessThan(50);
  });

  it('asks every minute while a session runs, back to where that began', async () => {
    const running = sessionOf({
      id: 'running',
      createdAt: afternoon - 20 * hour,
      finishedAt: null,
      durationMs: null,
    });
    harness = createHarness([...sessions, running]);
    await harness.catchUp();
    harness.server.requests.length = 0;
    expect(await requestsDuring(2 * minute)).toEqual([minute, 2 * minute]);
    expect(harness.server.requests[0]).toMatchObject({ from: running.createdAt - 1, to: null });

    const ended = { ...running, finishedAt: afternoon, durationMs: 1, lastUpdatedAt: afternoon };
    harness.server.sessions.set('running', ended);
    await harness.time.advance(minute);
    expect(harness.history.all()).toContainEqual(ended);
    expect(await requestsDuring(6 * minute)).toEqual([5 * minute]);
  });

  it('leaves a session that never ends to the daily pass', async () => {
    const forgotten = sessionOf({
      id: 'forgotten',
      createdAt: afternoon - 20 * day,
      finishedAt: null,
      durationMs: null,
    });
    harness = createHarness([...sessions, forgotten]);
    await harness.catchUp();
    harness.server.requests.length = 0;
    await harness.time.advance(minute);
    expect(harness.server.requests[0]?.from).toBeGreaterThan(afternoon - 3 * day);
  });

  it('sees within a day what was edited in the last 45 days, and within a week anything else', async () => {
    harness = createHarness(sessions);
    await harness.catchUp();
    const recent = sessions.findLast((each) => each.createdAt < yesterdayNoon - 40 * day);
    const old = sessions.find((each) => each.createdAt < yesterdayNoon - 60 * day);
    if (!recent || !old) throw new Error('sample data');
    const edited = [recent, old].map((each) => ({ ...each, customDurationMs: 900_000 }));
    for (const each of edited) harness.server.sessions.set(each.id, each);
    await harness.skip(day + minute);
    expect(harness.history.all()).toContainEqual(edited[0]);
    expect(harness.history.all()).not.toContainEqual(edited[1]);
    await harness.skip(6 * day);
    expect(harness.history.all()).toContainEqual(edited[1]);
  });

  it('catches up on the days it was not running for', async () => {
    harness = createHarness(sessions);
    await harness.catchUp();
    await harness.sync.stop();
    const missed = manySessions(20, afternoon + hour, afternoon + 3 * day, 9);
    for (const each of missed) harness.server.sessions.set(each.id, each);
    harness.time.set(afternoon + 4 * day);
    harness.states.length = 0;
    const again = harness.restart();
    again.start();
    await settle();
    await again.stop();
    expect(inOrder(harness.history.all())).toEqual(inOrder([...sessions, ...missed]));
    expect(harness.states.filter((state) => state.phase === 'first')).toEqual([]);
  });

  it('does not lose a session that a slow clock dates before midnight', async () => {
    const beforeMidnight = Date.UTC(2026, 10, 23, 22, 59);
    harness = createHarness(sessions, { now: beforeMidnight });
    await harness.catchUp();
    await harness.time.advance(7 * minute);
    const late = sessionOf({ id: 'late', createdAt: beforeMidnight + 30_000 });
    harness.server.sessions.set('late', late);
    await harness.time.advance(6 * minute);
    expect(harness.history.all()).toContainEqual(late);
  });

  it('does not lose a session that was told late, in the evening after the program ended', async () => {
    const evening = Date.UTC(2026, 10, 23, 22, 59);
    harness = createHarness(sessions, { now: evening });
    await harness.catchUp();
    await harness.sync.stop();
    const late = sessionOf({ id: 'late', createdAt: evening - 9 * minute });
    harness.server.sessions.set('late', late);
    harness.time.set(evening + 9 * hour);
    const again = harness.restart();
    again.start();
    await settle();
    await again.stop();
    expect(harness.history.all()).toContainEqual(late);
  });

  it('asks for today at once when somebody wants it', async () => {
    harness = createHarness(sessions);
    await harness.catchUp();
    await harness.time.advance(minute);
    harness.sync.now();
    expect(await requestsDuring(0)).toEqual([0]);
    expect(harness.sync.state()).toMatchObject({
      phase: 'idle',
      lastSuccessAt: afternoon + minute,
    });
  });

  it('tells of changes only where there are any', async () => {
    harness = createHarness(sessions);
    await harness.catchUp();
    harness.changes.length = 0;
    await harness.time.advance(10 * minute);
    expect(harness.changes).toEqual([]);
    harness.server.sessions.set(
      'new',
      sessionOf({ id: 'new', createdAt: afternoon + 10 * minute }),
    );
    await harness.time.advance(5 * minute);
    expect(harness.changes).toHaveLength(1);
  });

  it('does not mind a clock that was set back', async () => {
    harness = createHarness(sessions);
    await harness.catchUp();
    harness.time.set(afternoon - 3 * hour);
    expect((await requestsDuring(6 * minute)).length).toBeGreaterThan(0);
    expect(harness.sync.state()).toMatchObject({ phase: 'idle', problem: null });
  });

  it('asks for device ids only where they are wanted', async () => {
    harness = createHarness(sessions, { overrides: { deviceIds: () => true } });
    await harness.catchUp();
    expect(harness.server.requests.every((query) => query.deviceIds === true)).toBe(true);
  });
});

describe('retention', () => {
  it('neither asks for nor keeps what is older, from the start and day by day', async () => {
    harness = createHarness(sessions);
    await harness.catchUp();
    await harness.sync.stop();
    harness.retentionFrom = afternoon - 30 * day;
    harness.server.requests.length = 0;
    const again = harness.restart();
    again.start();
    await settle();
    const kept = () => sessions.filter((each) => each.createdAt >= (harness.retentionFrom ?? 0));
    expect(inOrder(harness.history.all())).toEqual(inOrder(kept()));
    harness.retentionFrom += day + minute;
    await harness.skip(day + minute);
    await again.stop();
    expect(inOrder(harness.history.all())).toEqual(inOrder(kept()));
    expect(Math.min(...harness.server.requests.map((query) => query.from))).toBeGreaterThanOrEqual(
      afternoon - 30 * day - 1,
    );
  });

  it('fetches again what a longer one lets in', async () => {
    harness = createHarness(sessions);
    harness.retentionFrom = afternoon - 30 * day;
    await harness.catchUp();
    expect(harness.sync.state().progress).toBeNull();
    harness.retentionFrom = null;
    await harness.time.advance(minute);
    expect(inOrder(harness.history.all())).toEqual(inOrder(sessions));
  });

  it('purges at once where it was shortened', async () => {
    harness = createHarness(sessions);
    await harness.catchUp();
    harness.retentionFrom = afternoon - 30 * day;
    await harness.time.advance(minute);
    expect(harness.history.all().every((each) => each.createdAt >= afternoon - 30 * day)).toBe(
      true,
    );
  });
});
