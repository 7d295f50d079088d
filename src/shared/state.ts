import * as v from 'valibot';
import { problemSchema } from './problem.ts';

export const accountSchema = v.object({
  /**
   * - `starting`: the keychain is being asked.
   * - `signed-out`: nothing is kept on this machine.
   * - `signed-in`: tokens are there and, as far as we know, good.
   * - `rejected`: the server refused the tokens; the history stays readable.
   * - `locked`: the keychain does not answer, so neither tokens nor history can be read.
   */
  status: v.picklist(['starting', 'signed-out', 'signed-in', 'rejected', 'locked']),
  endpoint: v.string(),
  ownEmail: v.nullable(v.string()),
  /** Where the tokens lie: `memory` ends with the program. */
  storage: v.picklist(['keychain', 'memory']),
  /** Whether the embedded sample server is used. */
  demo: v.boolean(),
  problem: v.nullable(problemSchema),
});
export type AccountState = v.InferOutput<typeof accountSchema>;

export const syncSchema = v.object({
  /**
   * - `off`: nobody is signed in.
   * - `first`: the history is being filled, newest first; `progress` tells how far.
   * - `refreshing`: today or an older stretch is being asked again.
   * - `idle`: up to date as of `lastSuccessAt`.
   * - `waiting`: a problem; next attempt at `problem.retryAt`.
   */
  phase: v.picklist(['off', 'first', 'refreshing', 'idle', 'waiting']),
  /** True while the network or the server cannot be reached. */
  offline: v.boolean(),
  problem: v.nullable(problemSchema),
  /** UTC ms at which today was last confirmed complete by the server; null before the first time. */
  lastSuccessAt: v.nullable(v.number()),
  /** Set until the first sync has reached the beginning. */
  progress: v.nullable(
    v.object({
      /** Sessions held on this machine. */
      sessions: v.number(),
      /** Everything since this instant is here, UTC ms. */
      reachesBackTo: v.number(),
      /** The server's `reportingActiveSince`, UTC ms, once it is known. */
      beginning: v.nullable(v.number()),
    }),
  ),
  /** The server said it is still loading (`batchLoadingIsStillActive`). */
  serverStillLoading: v.boolean(),
  /** Sessions the server sent in a form that cannot be read; they are kept aside. */
  malformedCount: v.number(),
  /** A damaged or unreadable history was set aside: why, and where it lies. */
  notice: v.nullable(problemSchema),
});
export type SyncState = v.InferOutput<typeof syncSchema>;
