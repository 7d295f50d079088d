import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWatchdog } from '../../../../src/main/pcvisit/watchdog.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const overdue = new Error('overdue');
const start = (outer?: AbortSignal) =>
  createWatchdog({ silenceMs: 1_000, totalMs: 10_000 }, outer, () => overdue);

describe('the watchdog', () => {
  it('ends a silence, even where nobody heeds the signal', async () => {
    const watch = start();
    const outcome = expect(watch.race(new Promise(() => undefined))).rejects.toBe(overdue);
    vi.advanceTimersByTime(999);
    expect(watch.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(watch.signal.reason).toBe(overdue);
    await outcome;
    await expect(watch.race(Promise.resolve('late'))).rejects.toBe(overdue);
  });

  it('lets what speaks go on, but not for ever', () => {
    const watch = start();
    for (let time = 0; time < 9_500; time += 500) {
      vi.advanceTimersByTime(500);
      watch.heard();
    }
    expect(watch.signal.aborted).toBe(false);
    vi.advanceTimersByTime(500);
    expect(watch.signal.aborted).toBe(true);
  });

  it('follows those who wait, also where they have left already', () => {
    const outer = new AbortController();
    const watch = start(outer.signal);
    outer.abort('enough');
    expect(watch.signal.reason).toBe('enough');
    expect(start(AbortSignal.abort('gone')).signal.reason).toBe('gone');
  });

  it('is gone without a trace once it has ended', () => {
    const outer = new AbortController();
    const watch = start(outer.signal);
    watch.end();
    outer.abort();
    vi.advanceTimersByTime(100_000);
    expect(watch.signal.aborted).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('passes on what came in time', async () => {
    const watch = start();
    expect(await watch.race(Promise.resolve(7))).toBe(7);
    await expect(watch.race(Promise.reject(new Error('own')))).rejects.toThrow('own');
  });
});
