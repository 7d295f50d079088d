import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../../../src/shared/session.ts';
import { summarise, type TodayQuery } from '../../../../src/shared/today.ts';
import { rangeOfDay } from '../../../../src/shared/time.ts';
import { anySession } from '../../../unit/main/history/support/any-session.ts';
import { manySessions, sessionOf } from '../../../unit/main/history/support/sessions.ts';
import { everything, freshPlace, open } from './place.ts';

const none = { malformed: [] } as const;
const noon = Date.UTC(2026, 10, 23, 11);
const day = 86_400_000;

describe('sessions', () => {
  it('come back exactly as they went in, whatever they hold', async () => {
    const { history } = await open(freshPlace());
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anySession, { selector: (each) => each.id }),
        async (sessions) => {
          await history.ingest({ sessions, ...none });
          const held = new Map((await everything(history)).map((each) => [each.id, each]));
          for (const each of sessions) expect(held.get(each.id)).toStrictEqual(each);
          await history.purgeBefore(Number.MAX_SAFE_INTEGER);
          await history.purgeBefore(Number.MAX_VALUE);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are there again after closing, and the newest come first in slices', async () => {
    const place = freshPlace();
    const sessions = manySessions(1200, noon - 90 * day, noon);
    const { history } = await open(place);
    expect(await history.ingest({ sessions, ...none })).toEqual({ inserted: 1200, changed: 0 });
    await history.close();
    const again = await open(place);
    expect(again.notice).toBeNull();
    const first = await again.history.slice(null, 500);
    const second = await again.history.slice(first.at(-1)?.id ?? null, 500);
    const third = await again.history.slice(second.at(-1)?.id ?? null, 500);
    const all = [...first, ...second, ...third];
    expect(all).toHaveLength(1200);
    expect(all.map((each) => each.createdAt)).toEqual(
      sessions.map((each) => each.createdAt).sort((a, b) => b - a),
    );
    expect(new Map(all.map((each) => [each.id, each]))).toEqual(
      new Map(sessions.map((each) => [each.id, each])),
    );
    await expect(again.history.slice('nobody', 1)).rejects.toMatchObject({
      problem: { code: 'invalid-request' },
    });
  });

  it('are changed by what was updated later, or at the same time with other content', async () => {
    const { history } = await open({ kind: 'memory' });
    const held = sessionOf({ id: 'a', lastUpdatedAt: 100, name: 'held' });
    const write = async (changes: Partial<Session>) =>
      await history.ingest({ sessions: [{ ...held, ...changes }], ...none });
    const name = async () => (await history.slice(null, 1))[0]?.name;
    expect(await write({})).toEqual({ inserted: 1, changed: 0 });
    expect(await write({})).toEqual({ inserted: 0, changed: 0 });
    expect(await write({ lastUpdatedAt: 99, name: 'older' })).toEqual({ inserted: 0, changed: 0 });
    expect(await name()).toBe('held');
    expect(await write({ name: 'same time' })).toEqual({ inserted: 0, changed: 1 });
    expect(await name()).toBe('same time');
    expect(await write({ lastUpdatedAt: 101, name: 'newer' })).toEqual({ inserted: 0, changed: 1 });
    expect(await name()).toBe('newer');
    expect(await write({ lastUpdatedAt: 102, name: 'newer' })).toEqual({ inserted: 0, changed: 1 });
    const changed = { client: null, computer: null, participants: [], commentsLink: null };
    expect(await write({ lastUpdatedAt: 102, ...changed })).toEqual({ inserted: 0, changed: 1 });
    expect((await history.slice(null, 1))[0]).toMatchObject(changed);
    expect((await history.coverage()).sessions).toBe(1);
  });

  it('count as changed once, however often they stand in a batch', async () => {
    const { history } = await open({ kind: 'memory' });
    const twice = [sessionOf({ id: 'a' }), sessionOf({ id: 'a' })];
    expect(await history.ingest({ sessions: twice, ...none })).toEqual({ inserted: 1, changed: 0 });
  });

  it('that vanished are left out of everything until they come back', async () => {
    const { history } = await open({ kind: 'memory' });
    const [a, b] = [
      sessionOf({ id: 'a', createdAt: noon }),
      sessionOf({ id: 'b', createdAt: noon, finishedAt: null }),
    ];
    await history.ingest({ sessions: [a, b], ...none });
    await history.markVanished(['b', 'unknown'], noon);
    expect(await history.idsWithin({ start: 0, end: noon * 2 })).toEqual(['a']);
    expect(await everything(history)).toEqual([a]);
    expect(await history.oldestRunning()).toBeNull();
    expect((await history.coverage()).sessions).toBe(1);
    expect((await history.today(query(noon + day / 4))).rows.map((row) => row.id)).toEqual(['a']);
    // What the server says now is the truth, even where it is an older state of the session.
    const returned = { ...b, lastUpdatedAt: b.lastUpdatedAt - 1 };
    expect(await history.ingest({ sessions: [returned], ...none })).toEqual({
      inserted: 0,
      changed: 1,
    });
    expect(await everything(history)).toEqual(expect.arrayContaining([a, returned]));
    expect(await history.oldestRunning()).toBe(noon);
  });
});

describe('today', () => {
  it('is what the rules make of every session, however they lie across the week', async () => {
    const week = 7 * day;
    const { history } = await open({ kind: 'memory' });
    const at = fc.integer({ min: noon - week - day, max: noon + day });
    const timed = fc.tuple(at, fc.oneof(at, fc.constant(null)));
    await fc.assert(
      fc.asyncProperty(fc.array(timed, { maxLength: 40 }), async (times) => {
        const sessions = times.map(([createdAt, finishedAt], index) =>
          sessionOf({ id: `s${index}`, createdAt, finishedAt, durationMs: null }),
        );
        await history.ingest({ sessions, ...none });
        expect(await history.today(query(noon))).toEqual(summarise(sessions, query(noon)));
        await history.purgeBefore(Number.MAX_VALUE);
      }),
      { numRuns: 100 },
    );
  });

  it('is found along the indexes', async () => {
    const { history } = await open({ kind: 'memory' });
    const sessions = manySessions(20_000, noon - 2000 * day, noon);
    await history.ingest({ sessions, ...none });
    const { start } = rangeOfDay('2026-11-17', 'Europe/Berlin');
    const touching = sessions.filter((each) => (each.finishedAt ?? noon) > start);
    expect(await history.today(query(noon))).toEqual(summarise(touching, query(noon)));
  });
});

describe('covered ranges and marks', () => {
  it('outlive a restart', async () => {
    const place = freshPlace();
    const { history } = await open(place);
    await history.cover({ start: 5, end: 9 });
    await history.note({ beginning: 3, lastToday: 7, lastFull: 8 });
    await history.note({ lastRecent: 6, lastFull: null });
    await history.close();
    const again = await open(place);
    expect(await again.history.coverage()).toEqual({
      ranges: [{ start: 5, end: 9 }],
      beginning: 3,
      sessions: 0,
      malformed: 0,
      lastToday: 7,
      lastRecent: 6,
      lastFull: null,
    });
  });
});

describe('malformed sessions', () => {
  const at = (now: number) => ({ now: () => now });
  it('are kept once, replaced by what comes later and dropped once they can be read', async () => {
    const { history } = await open({ kind: 'memory' }, at(1000).now);
    const long = 'ä'.repeat(100_000);
    await history.ingest({
      sessions: [],
      malformed: [
        { id: 'a', reason: 'name: expected text', raw: { id: 'a', name: 1 } },
        { id: 'a', reason: 'state: missing', raw: { id: 'a' } },
        { id: null, reason: 'id: missing', raw: { name: long } },
        { id: null, reason: 'id: missing', raw: { name: long } },
        { id: null, reason: 'id: missing', raw: { name: '\ud800' } },
      ],
    });
    expect((await history.coverage()).malformed).toBe(3);
    await history.ingest({ sessions: [sessionOf({ id: 'a' })], malformed: [] });
    expect((await history.coverage()).malformed).toBe(2);
    await history.note({ lastFull: 1000 });
    expect((await history.coverage()).malformed).toBe(2);
    await history.note({ lastFull: 1001 });
    expect((await history.coverage()).malformed).toBe(0);
  });

  it('are purged by when they began, or where that cannot be read by when they came', async () => {
    const { history } = await open({ kind: 'memory' }, at(1000).now);
    const malformed = [900, '950', 'soon', undefined].map((sessionCreatedAt, index) => ({
      id: `m${index}`,
      reason: 'x',
      raw: sessionCreatedAt === undefined ? null : { sessionCreatedAt },
    }));
    await history.ingest({ sessions: [], malformed });
    await history.purgeBefore(951);
    expect((await history.coverage()).malformed).toBe(2);
    await history.purgeBefore(1001);
    expect((await history.coverage()).malformed).toBe(0);
  });
});

function query(now: number): TodayQuery {
  return { now, zone: 'Europe/Berlin', scope: 'team', ownEmail: null };
}
