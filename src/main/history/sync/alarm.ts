import type { Timers } from './types.ts';

/** The longest a timer can be set to, ms; beyond it `setTimeout` fires at once. */
const longestTimer = 2 ** 31 - 1;

/** A sleep that can be cut short. */
export interface Alarm {
  /** Resolves after `ms`, or true as soon as it rings. Infinity sleeps until it rings. */
  sleep(ms: number): Promise<boolean>;
  ring(): void;
}

export function createAlarm(timers: Timers): Alarm {
  let wake: ((rung: boolean) => void) | null = null;
  return {
    sleep: (ms) =>
      new Promise((resolve) => {
        const timer =
          ms === Infinity
            ? null
            : timers.setTimeout(() => wake?.(false), Math.min(longestTimer, Math.max(0, ms)));
        wake = (rung) => {
          wake = null;
          if (timer !== null) timers.clearTimeout(timer);
          resolve(rung);
        };
      }),
    ring: () => wake?.(true),
  };
}
