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

let harness: Harness;

const sessions = manySessions(200, afternoon - 100 * day, afternoon);
const count = () => harness.server.requests.length;

describe('sessions that vanish', () => {
  const gone = sessionOf({ id: 'gone', createdAt: afternoon - hour });

  it('are marked once the server confirmed it, and come back when it has them again', async () => {
    harness = createHarness([...sessions, gone]);
    await harness.catchUp();
    harness.server.sessions.delete('gone');
    await harness.time.advance(5 * minute);
    expect(harness.history.all()).not.toContainEqual(gone);
    expect(count()).toBeGreaterThan(2);
    harness.server.sessions.set('gone', gone);
    await harness.time.advance(5 * minute);
    expect(harness.history.all()).toContainEqual(gone);
  });

  it.each(['fail', 'match nothing'] as const)('are kept where filters %s', async (filters) => {
    harness = createHarness([...sessions, gone]);
    await harness.catchUp();
    harness.server.sessions.delete('gone');
    harness.server.filters = filters;
    await harness.time.advance(hour);
    expect(harness.history.all()).toContainEqual(gone);
    expect(harness.sync.state()).toMatchObject({ phase: 'idle', problem: null });
    harness.server.filters = 'work';
    await harness.time.advance(5 * minute);
    expect(harness.history.all()).not.toContainEqual(gone);
  });

  it('are not taken for such where they only moved in time', async () => {
    harness = createHarness([...sessions, gone]);
    await harness.catchUp();
    const moved = { ...gone, createdAt: afternoon - 50 * day, lastUpdatedAt: afternoon };
    harness.server.sessions.set('gone', moved);
    await harness.time.advance(5 * minute);
    expect(harness.history.all()).toContainEqual(moved);
  });

  it('may be all there ever were', async () => {
    harness = createHarness(sessions);
    await harness.catchUp();
    harness.server.sessions.clear();
    await harness.skip(8 * day);
    expect(harness.history.all()).toEqual([]);
  });

  it('are confirmed in answers of any length', async () => {
    const many = Array.from({ length: 250 }, (_, at) =>
      sessionOf({ id: `gone-${at}`, createdAt: afternoon - hour - at }),
    );
    harness = createHarness([...sessions, ...many]);
    await harness.catchUp();
    for (const each of many.slice(0, 240)) harness.server.sessions.delete(each.id);
    harness.server.cap = 3;
    await harness.time.advance(5 * minute);
    expect(inOrder(harness.history.all())).toEqual(inOrder([...sessions, ...many.slice(240)]));
  });

  it('are not taken for such where they only became unreadable', async () => {
    harness = createHarness([...sessions, gone]);
    await harness.catchUp();
    harness.server.sessions.delete('gone');
    const unreadable = { id: null, reason: 'id: missing', raw: {}, createdAt: gone.createdAt };
    harness.server.malformed.set('gone', unreadable);
    await harness.time.advance(hour);
    expect(harness.history.all()).toContainEqual(gone);
    expect(harness.sync.state().malformedCount).toBe(1);
  });

  it.each([
    { failures: 2, within: 6 * minute },
    { failures: 3, within: 11 * minute },
  ])('are confirmed in spite of $failures failures', async ({ failures, within }) => {
    harness = createHarness([...sessions, gone]);
    await harness.catchUp();
    harness.server.sessions.delete('gone');
    let left = failures;
    harness.server.onRequest = ({ filter }) => {
      if (filter !== undefined && left-- > 0)
        harness.server.failures.push({ code: 'server-error' });
    };
    await harness.time.advance(within);
    expect(harness.history.all()).not.toContainEqual(gone);
    expect(harness.sync.state()).toMatchObject({ phase: 'idle', problem: null });
  });
});
