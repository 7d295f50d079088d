import { describe, expect, it } from 'vitest';
import type { Session } from '../../../../../src/shared/session.ts';
import type { TodayQuery } from '../../../../../src/shared/today.ts';
import { createMemoryHistory } from '../support/memory-history.ts';
import { sessionOf } from '../support/sessions.ts';

const none = { malformed: [] } as const;
const noon = Date.UTC(2026, 10, 23, 11);
const day = 86_400_000;

describe('sessions', () => {
  it('are changed by what was updated later, or at the same time with other content', async () => {
    const history = createMemoryHistory(() => noon);
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

  it('keep the participants they have where a page did not ask for any', async () => {
    const history = createMemoryHistory(() => noon);
    const whole = sessionOf({ id: 'a', lastUpdatedAt: 100 });
    const bare: Session = { ...whole, participants: [] };
    const unread = { ...none, participantsUnread: true };
    await history.ingest({ sessions: [bare], ...unread });
    expect(history.all()).toEqual([bare]);
    expect(await history.ingest({ sessions: [whole], ...none })).toMatchObject({ changed: 1 });
    expect(await history.ingest({ sessions: [bare], ...unread })).toMatchObject({ changed: 0 });
    const renamed = { lastUpdatedAt: 101, name: 'renamed' };
    await history.ingest({ sessions: [{ ...bare, ...renamed }], ...unread });
    expect(history.all()).toEqual([{ ...whole, ...renamed }]);
  });

  it('count as changed once, however often they stand in a batch', async () => {
    const history = createMemoryHistory(() => noon);
    const twice = [sessionOf({ id: 'a' }), sessionOf({ id: 'a' })];
    expect(await history.ingest({ sessions: twice, ...none })).toEqual({ inserted: 1, changed: 0 });
  });

  it('that vanished are left out of everything until they come back', async () => {
    const history = createMemoryHistory(() => noon);
    const [a, b] = [
      sessionOf({ id: 'a', createdAt: noon }),
      sessionOf({ id: 'b', createdAt: noon, finishedAt: null }),
    ];
    await history.ingest({ sessions: [a, b], ...none });
    await history.markVanished(['b', 'unknown'], noon);
    expect(await history.idsWithin({ start: 0, end: noon * 2 })).toEqual(['a']);
    expect(history.all()).toEqual([a]);
    expect(await history.oldestRunning()).toBeNull();
    expect((await history.coverage()).sessions).toBe(1);
    expect((await history.today(query(noon + day / 4))).rows.map((row) => row.id)).toEqual(['a']);
    // What the server says now is the truth, even where it is an older state of the session.
    const returned = { ...b, lastUpdatedAt: b.lastUpdatedAt - 1 };
    expect(await history.ingest({ sessions: [returned], ...none })).toEqual({
      inserted: 0,
      changed: 1,
    });
    expect(history.all()).toEqual(expect.arrayContaining([a, returned]));
    expect(await history.oldestRunning()).toBe(noon);
  });
});

function query(now: number): TodayQuery {
  return { now, zone: 'Europe/Berlin', scope: 'team', ownEmail: null };
}
