import { openPlace } from '../../../../../src/main/history/store/open-store.ts';
import { migrations } from '../../../../../src/main/history/store/migrations.ts';
import { createStore } from '../../../../../src/main/history/store/store.ts';
import type { SyncHistory } from '../../../../../src/main/history/sync/types.ts';
import type { History } from '../../../../../src/main/history/types.ts';
import type { Session } from '../../../../../src/shared/session.ts';

export interface MemoryHistory extends SyncHistory, Pick<History, 'today'> {
  /** Everything held as present, newest first. */
  all(): readonly Session[];
}

/** The real store in memory and on this very thread, so that a fake clock can wait for it. */
export function createMemoryHistory(clock: () => number): MemoryHistory {
  const { db } = openPlace({ kind: 'memory' }, migrations, clock);
  const store = createStore(db);
  // Rejects where the store throws, as the worker does.
  const answer = async <T>(work: () => T): Promise<T> => Promise.resolve(work());
  return {
    ingest: (batch) => answer(() => store.ingest(batch, clock())),
    cover: (range) => answer(() => store.cover(range)),
    idsWithin: (range) => answer(() => store.idsWithin(range)),
    markVanished: (ids, at) => answer(() => store.markVanished(ids, at)),
    coverage: () => answer(() => store.coverage()),
    note: (marks) => answer(() => store.note(marks)),
    oldestRunning: () => answer(() => store.oldestRunning()),
    purgeBefore: (instant) => answer(() => store.purgeBefore(instant)),
    removeDeviceIds: () => answer(() => store.removeDeviceIds()),
    slice: (after, count) => answer(() => store.slice(after, count)),
    today: (query) => answer(() => store.today(query)),
    all: () => store.slice(null, 1_000_000),
  };
}
