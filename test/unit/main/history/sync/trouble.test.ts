import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../../src/shared/problem.ts';
import { createMemoryHistory } from '../support/memory-history.ts';
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

const beginning = afternoon - 100 * day;
const sessions = manySessions(200, beginning, afternoon);
const count = () => harness.server.requests.length;

describe('a server that slows us down', () => {
  it('is obeyed to the millisecond, whatever is wished for meanwhile', async () => {
    harness = createHarness(sessions);
    const retryAt = afternoon + 41_234;
    harness.server.failures.push({ code: 'rate-limited', retryAt });
    harness.sync.start();
    await settle();
    expect(harness.sync.state()).toMatchObject({
      phase: 'waiting',
      problem: { code: 'rate-limited', retryAt },
    });
    harness.sync.now();
    harness.sync.networkChanged(true);
    await harness.time.advance(41_233);
    harness.sync.now();
    await settle();
    expect(count()).toBe(1);
    await harness.time.advance(1);
    await settle();
    expect(count()).toBeGreaterThan(1);
    expect(harness.sync.state()).toMatchObject({ phase: 'idle', problem: null });
  });

  it('is asked later and later where it only fails, at most every five minutes', async () => {
    harness = createHarness(sessions);
    harness.server.failures.push(
      ...Array.from({ length: 14 }, () => ({ code: 'server-error' as const })),
    );
    const times: number[] = [];
    harness.server.onRequest = () => times.push(harness.time.clock());
    harness.sync.start();
    await harness.time.advance(hour);
    const waits = times.slice(1, 14).map((at, index) => at - (times[index] ?? 0));
    expect(waits.slice(0, 5)).toEqual([1500, 3000, 6000, 12_000, 24_000]);
    expect(waits.at(-1)).toBe(225_000);
    expect(harness.sync.state()).toMatchObject({ phase: 'idle', problem: null });
  });

  it('is asked at once where somebody wants it, whatever the back-off', async () => {
    harness = createHarness(sessions);
    harness.server.failures.push({ code: 'server-error' });
    harness.sync.start();
    await settle();
    expect(harness.sync.state()).toMatchObject({
      phase: 'waiting',
      offline: false,
      problem: { code: 'server-error', retryAt: afternoon + 1500 },
    });
    harness.sync.now();
    await settle();
    expect(harness.sync.state()).toMatchObject({ phase: 'idle', problem: null });
  });

  it('is asked for less at a time where it cannot manage', async () => {
    harness = createHarness(sessions);
    await harness.catchUp();
    await harness.sync.stop();
    let widest = 0;
    const fresh = createMemoryHistory(harness.time.clock);
    const again = harness.restart({
      history: fresh,
      api: {
        ...harness.server.api,
        sessions: async (query, signal) => {
          const width = (query.to ?? harness.time.clock()) - query.from;
          if (width > 2 * day) throw new ProblemError({ code: 'timeout' });
          widest = Math.max(widest, width);
          return await harness.server.api.sessions(query, signal);
        },
      },
    });
    again.start();
    await harness.time.advance(12 * hour);
    await again.stop();
    expect(inOrder(fresh.all())).toEqual(inOrder(sessions));
    expect(widest).toBeGreaterThan(12 * hour);
  });

  it('ends it all where it refuses the tokens, until somebody wants to try again', async () => {
    harness = createHarness(sessions);
    harness.server.failures.push({ code: 'tokens-rejected', errorId: 'X' });
    harness.sync.start();
    await harness.time.advance(day);
    expect(count()).toBe(1);
    expect(harness.sync.state()).toMatchObject({
      phase: 'waiting',
      problem: { code: 'tokens-rejected', errorId: 'X' },
    });
    harness.sync.now();
    await settle();
    expect(harness.sync.state().problem).toBeNull();
  });
});

describe('without network', () => {
  it('says so, and is quiet but for a probe now and then', async () => {
    harness = createHarness(sessions);
    await harness.catchUp();
    const before = count();
    harness.sync.networkChanged(false);
    await settle();
    expect(harness.sync.state().offline).toBe(true);
    harness.server.failures.push(
      ...Array.from({ length: 50 }, () => ({ code: 'offline' as const })),
    );
    harness.visible = true;
    await harness.time.advance(hour);
    const probes = count() - before;
    expect(probes).toBeGreaterThan(2);
    expect(probes).toBeLessThan(14);
    expect(harness.sync.state()).toMatchObject({ offline: true, phase: 'waiting' });
    harness.server.failures.length = 0;
    harness.sync.networkChanged(true);
    await settle();
    expect(harness.sync.state()).toMatchObject({ offline: false, phase: 'idle', problem: null });
  });

  it('believes an answer more than the system', async () => {
    harness = createHarness(sessions);
    await harness.catchUp();
    harness.sync.networkChanged(false);
    await harness.time.advance(5 * minute);
    expect(harness.sync.state()).toMatchObject({ offline: false, phase: 'idle' });
  });

  it('goes on at once when it is back', async () => {
    harness = createHarness(sessions);
    harness.server.failures.push({ code: 'offline' }, { code: 'offline' });
    harness.sync.start();
    await settle();
    expect(harness.sync.state()).toMatchObject({ offline: true, problem: { code: 'offline' } });
    harness.sync.networkChanged(true);
    await settle();
    expect(count()).toBe(2);
    harness.sync.networkChanged(true);
    await settle();
    expect(harness.sync.state()).toMatchObject({ offline: false, phase: 'idle' });
  });
});

describe('sleep', () => {
  it('asks nothing while asleep, renews the JWT first and asks today at once on waking', async () => {
    harness = createHarness(sessions);
    await harness.catchUp();
    harness.sync.suspend();
    const before = count();
    await harness.time.advance(8 * hour);
    expect(count()).toBe(before);
    let renewedBefore = 0;
    harness.server.onRequest = () => (renewedBefore ||= harness.server.renewals.length);
    harness.sync.resume();
    await settle();
    expect(harness.server.renewals).toEqual([afternoon + 8 * hour]);
    expect(renewedBefore).toBe(1);
    expect(harness.sync.state()).toMatchObject({
      phase: 'idle',
      lastSuccessAt: afternoon + 8 * hour,
    });
  });

  it('lets go of a request under way, and does not count it as a failure', async () => {
    harness = createHarness(sessions);
    let hanging = 0;
    const { api } = harness.server;
    await harness.sync.stop();
    const sync = harness.restart({
      api: {
        ...api,
        sessions: (query, signal) => {
          if (hanging++ > 0) return api.sessions(query, signal);
          return new Promise((_, reject) => {
            signal?.addEventListener('abort', () => reject(new ProblemError({ code: 'offline' })));
          });
        },
      },
    });
    sync.start();
    await settle();
    sync.suspend();
    sync.resume();
    await settle();
    expect(sync.state()).toMatchObject({ phase: 'idle', problem: null, offline: false });
    expect(harness.states.filter((state) => state.problem)).toEqual([]);
    await sync.stop();
  });

  it('takes an API that was closed for no problem', async () => {
    harness = createHarness(sessions);
    await harness.sync.stop();
    const closed = () => Promise.reject(new DOMException('closed', 'AbortError'));
    const sync = harness.restart({ api: { ...harness.server.api, sessions: closed } });
    sync.start();
    await harness.time.advance(minute);
    expect(sync.state().problem).toBeNull();
    await sync.stop();
  });

  it('stops while asleep, while waiting and while asking', async () => {
    harness = createHarness(sessions);
    harness.sync.start();
    harness.sync.suspend();
    await settle();
    await harness.sync.stop();
    expect(count()).toBeLessThan(2);

    const waiting = createHarness(sessions);
    waiting.server.failures.push({ code: 'rate-limited', retryAt: afternoon + day });
    waiting.sync.start();
    await settle();
    await waiting.sync.stop();
    await waiting.time.advance(2 * day);
    expect(waiting.server.requests).toHaveLength(1);
  });
});
