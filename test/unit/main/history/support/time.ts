import type { Timers } from '../../../../../src/main/history/sync/index.ts';

/** A clock that stands still until it is moved, and timers that fire as it moves. */
export interface FakeTime {
  readonly clock: () => number;
  readonly timers: Timers;
  /** Moves on by `ms`, firing what comes due on the way, each at its own instant. */
  advance(ms: number): Promise<void>;
  /** Sets the clock as a person would: no timer notices. */
  set(now: number): void;
  /** When the next timer fires, ms from now; null where none is set. */
  next(): number | null;
}

interface Timer {
  /** On the timers' own time line, which nobody can set. */
  readonly at: number;
  readonly callback: () => void;
}

/** Lets everything that is under way come to its next wait: nothing here waits for more than promises. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}

export function createFakeTime(start: number): FakeTime {
  let now = start;
  let elapsed = 0;
  const timers = new Set<Timer>();
  const earliest = () =>
    [...timers].reduce<Timer | null>((a, b) => (a && a.at <= b.at ? a : b), null);
  return {
    clock: () => now,
    timers: {
      setTimeout(callback, ms) {
        const timer = { at: elapsed + ms, callback };
        timers.add(timer);
        return timer;
      },
      clearTimeout: (timer) => void timers.delete(timer as Timer),
    },
    async advance(ms) {
      const goal = elapsed + ms;
      await settle();
      for (let timer = earliest(); timer && timer.at <= goal; timer = earliest()) {
        now += timer.at - elapsed;
        elapsed = timer.at;
        timers.delete(timer);
        timer.callback();
        await settle();
      }
      now += goal - elapsed;
      elapsed = goal;
    },
    set(instant) {
      now = instant;
    },
    next() {
      const timer = earliest();
      return timer ? timer.at - elapsed : null;
    },
  };
}

/** Timers for tests against real parts: every wait is over at once, and the clock has moved on by it. */
export interface SkippingTime extends Pick<FakeTime, 'clock' | 'timers'> {
  /** Moves the clock on. */
  skip(ms: number): void;
}

export function createSkippingTime(start: number): SkippingTime {
  let now = start;
  return {
    clock: () => now,
    timers: {
      setTimeout: (callback, ms) =>
        setImmediate(() => {
          now += ms;
          callback();
        }),
      clearTimeout: (timer) => clearImmediate(timer as NodeJS.Immediate),
    },
    skip(ms) {
      now += ms;
    },
  };
}
