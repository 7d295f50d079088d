import { describe, expect, it } from 'vitest';
import { manySessions } from '../support/sessions.ts';
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

const sessions = manySessions(200, afternoon - 100 * day, afternoon);
const count = () => harness.server.requests.length;

describe('a server that is still loading', () => {
  it('is asked again after ten seconds and longer; nothing counts as complete meanwhile', async () => {
    harness = createHarness(sessions);
    harness.server.loading = 2;
    harness.sync.start();
    await settle();
    expect(count()).toBe(1);
    expect(harness.sync.state()).toMatchObject({ serverStillLoading: true, lastSuccessAt: null });
    expect((await harness.history.coverage()).ranges).toEqual([]);
    await harness.time.advance(10_000);
    expect(count()).toBe(2);
    await harness.time.advance(20_000);
    await settle();
    expect(inOrder(harness.history.all())).toEqual(inOrder(sessions));
    expect(harness.sync.state()).toMatchObject({ serverStillLoading: false, phase: 'idle' });
    expect(harness.sync.state().lastSuccessAt).toBe(afternoon);
  });

  it('does not keep older sessions waiting for ever', async () => {
    harness = createHarness(sessions);
    harness.server.loading = Infinity;
    harness.sync.start();
    await harness.time.advance(hour);
    const half = harness.history.all().length;
    expect(half).toBeGreaterThan(0.4 * sessions.length);
    expect(harness.sync.state()).toMatchObject({ serverStillLoading: true, lastSuccessAt: null });
    expect(count()).toBeLessThan(150);

    harness.server.loading = 0;
    await harness.time.advance(3 * hour);
    expect(inOrder(harness.history.all())).toEqual(inOrder(sessions));
    expect(harness.sync.state()).toMatchObject({ serverStillLoading: false, progress: null });
  });

  it('marks nothing as vanished', async () => {
    harness = createHarness(sessions);
    await harness.catchUp();
    harness.server.loading = 20;
    await harness.time.advance(20 * minute);
    expect(inOrder(harness.history.all())).toEqual(inOrder(sessions));
  });
});
