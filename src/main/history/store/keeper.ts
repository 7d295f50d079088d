import { ProblemError, type Problem } from '../../../shared/problem.ts';
import type { HistoryPlace } from '../types.ts';
import { closeQuietly, openPlace, startOver } from './open-store.ts';
import { codeOf, problemFrom } from './problems.ts';
import { createStore, type Store } from './store.ts';

/** Holds the store, and replaces it should its file turn out damaged while at work. */
export interface Keeper {
  readonly notice: Problem | null;
  /**
   * Does something with the store.
   *
   * @throws ProblemError; after `history-damaged` the file named by its path was set aside and the next
   * call meets an empty history.
   */
  use<T>(work: (store: Store) => T): T;
  close(): void;
}

export function createKeeper(
  place: HistoryPlace,
  steps: readonly string[],
  now: () => number,
): Keeper {
  const opened = openPlace(place, steps, now);
  let db = opened.db;
  let store = createStore(db);
  return {
    notice: opened.notice,
    use(work) {
      try {
        return work(store);
      } catch (error) {
        if (place.kind === 'memory' || codeOf(error) !== 'history-damaged')
          throw problemFrom(error);
        closeQuietly(db);
        const again = startOver(place, steps, 'damaged', now());
        db = again.db;
        store = createStore(db);
        throw new ProblemError(again.notice ?? { code: 'history-damaged' }, { cause: error });
      }
    },
    close() {
      db.close();
    },
  };
}
