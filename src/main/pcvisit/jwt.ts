import type { Problem } from '../../shared/problem.ts';
import { ApiError } from './api-error.ts';
import { readClaims, scheduleOf } from './jwt-claims.ts';
import type { PcvisitLog } from './log.ts';

/** What the two tokens buy. */
export interface SignedJwt {
  readonly token: string;
  /** The company whose history the technician may read. */
  readonly customerUuid: string;
}

/** A JWT in use. `serial` tells it from those before and after it. */
export interface HeldJwt extends SignedJwt {
  readonly serial: number;
  readonly renewAt: number;
  readonly expiresAt: number;
}

export interface JwtDeps {
  /** Asks the server for a JWT; rejects with `tokens-rejected` where the tokens are no good. */
  readonly buy: () => Promise<SignedJwt>;
  readonly clock: () => number;
  readonly onTokensRejected: (problem: Problem) => void;
  readonly log: PcvisitLog;
}

/** The one JWT, in memory alone. However many wait for it, it is bought once. */
export interface Jwt {
  /** One that is good for a while yet. */
  fresh(): Promise<HeldJwt>;
  /** The one at hand, good or not. */
  current(): HeldJwt | null;
  /**
   * One in the place of the rejected JWT with this serial, bought once: who learns of the rejection
   * late gets the newer one at hand, or what its purchase failed with.
   */
  replace(serial: number): Promise<HeldJwt>;
  /** Buys a new one, whatever the age of the one at hand. */
  renew(): Promise<HeldJwt>;
  forget(): void;
}

export function createJwt({ buy, clock, onTokensRejected, log }: JwtDeps): Jwt {
  let held: HeldJwt | null = null;
  let underWay: Promise<HeldJwt> | null = null;
  let serial = 0;
  let failed: { readonly serial: number; readonly error: unknown } | null = null;

  async function purchase(): Promise<HeldJwt> {
    const askedAt = clock();
    try {
      const bought = await buy();
      const schedule = scheduleOf(readClaims(bought.token), askedAt);
      const { renewAt, expiresAt, skew } = schedule;
      held = { ...bought, serial: ++serial, renewAt, expiresAt };
      const lifetime = Number.isFinite(expiresAt) ? expiresAt - askedAt : null;
      log({ level: 'info', event: 'pcvisit.jwt-bought', lifetime, skew });
      return held;
    } catch (error) {
      if (error instanceof ApiError && error.problem.code === 'tokens-rejected') {
        held = null;
        onTokensRejected(error.problem);
      }
      throw error;
    }
  }

  function single(): Promise<HeldJwt> {
    underWay ??= purchase().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  return {
    async fresh() {
      if (held && clock() < held.renewAt) return held;
      const old = held;
      try {
        return await single();
      } catch (error) {
        // Ahead of its time a renewal may fail: the one at hand is still good.
        const stillGood = old !== null && old === held && clock() < old.expiresAt;
        if (stillGood) return old;
        throw error;
      }
    },
    current: () => held,
    async replace(rejected) {
      if (held && held.serial > rejected) return held;
      if (failed?.serial === rejected) throw failed.error;
      held = null;
      try {
        return await single();
      } catch (error) {
        failed = { serial: rejected, error };
        throw error;
      }
    },
    renew() {
      held = null;
      return single();
    },
    forget() {
      held = null;
    },
  };
}
