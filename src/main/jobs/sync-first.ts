import type { AccountState, SyncState } from '../../shared/state.ts';
import type { JobEnd } from './job.ts';

export interface SyncFirstDeps {
  readonly sync: () => SyncState;
  readonly account: () => AccountState;
  readonly syncNow: () => void;
  /** @returns the way to stop listening. */
  readonly onSync: (listener: () => void) => () => void;
  /** UTC ms. */
  readonly clock: () => number;
  /** How long a server may put off, ms. */
  readonly patience?: number;
}

/** A server that is slowed down or still loads is waited for as long. */
const usualPatience = 15 * 60_000;

/**
 * Waits until the history holds all the server has to tell, from now on. A failure that would pass by itself in the
 * window ends it here, since whoever scheduled this will come again.
 *
 * @returns null where that is so, else how it failed
 */
export function syncFirst(deps: SyncFirstDeps, signal: AbortSignal): Promise<JobEnd | null> {
  const since = deps.clock();
  const { promise, resolve } = Promise.withResolvers<JobEnd | null>();
  function look(): void {
    const state = deps.sync();
    const account = deps.account();
    if (signal.aborted) resolve({ kind: 'cancelled' });
    else if (account.status === 'rejected')
      resolve({ kind: 'not-synced', problem: account.problem });
    else if (state.notice) resolve({ kind: 'failed', problem: state.notice });
    else if (state.phase === 'waiting' && state.problem?.code !== 'rate-limited')
      resolve({ kind: 'not-synced', problem: state.problem });
    else if (isCurrent(state, since)) resolve(null);
    // Today was being asked already when this began: once more.
    else if (state.phase === 'idle' && (state.lastSuccessAt ?? 0) < since) deps.syncNow();
  }
  const timer = setTimeout(
    () => resolve({ kind: 'not-synced', problem: deps.sync().problem }),
    deps.patience ?? usualPatience,
  );
  const stop = deps.onSync(look);
  signal.addEventListener('abort', look);
  deps.syncNow();
  look();
  return promise.finally(() => {
    clearTimeout(timer);
    stop();
    signal.removeEventListener('abort', look);
  });
}

function isCurrent(state: SyncState, since: number): boolean {
  const { phase, lastSuccessAt, progress, serverStillLoading } = state;
  const asked = lastSuccessAt !== null && lastSuccessAt >= since;
  return phase === 'idle' && asked && progress === null && !serverStillLoading;
}
