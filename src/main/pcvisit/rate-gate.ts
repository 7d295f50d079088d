import type { Problem } from '../../shared/problem.ts';
import { ApiError } from './api-error.ts';
import { longestWait, retryAt } from './retry-after.ts';

/** Knows when the server wants to be asked again, and holds every request back until then. */
export interface RateGate {
  /** Throws `rate-limited` while the gate is shut. */
  pass(): void;
  /** Takes in an answer's `Date` header: dates the server names are read on its own clock. */
  heardDate(header: string | null): void;
  /** A `Retry-After` value as UTC ms on this machine's clock; undefined where it says nothing. */
  readRetryAfter(value: string | null | undefined): number | undefined;
  /** Shuts the gate until the problem's `retryAt`, where it has one. */
  shut(problem: Problem): void;
}

export function createRateGate(clock: () => number): RateGate {
  let held: Problem | null = null;
  /** This machine's clock minus the server's, ms. */
  let skew: number | null = null;

  const wait = () => (held?.retryAt ?? 0) - clock();
  // Further away than any wait can be: the clock was set back meanwhile.
  const isShut = () => wait() > 0 && wait() <= longestWait;

  return {
    pass() {
      if (held && isShut()) throw new ApiError(held, { detail: 'not asked' });
    },
    heardDate(header) {
      const date = Date.parse(header ?? '');
      if (!Number.isNaN(date)) skew = clock() - date;
    },
    readRetryAfter(value) {
      const now = clock();
      return retryAt(value ?? '', now, skew === null ? null : now - skew);
    },
    shut(problem) {
      if (problem.retryAt === undefined) return;
      if (!isShut() || problem.retryAt > (held?.retryAt ?? 0)) held = problem;
    },
  };
}
