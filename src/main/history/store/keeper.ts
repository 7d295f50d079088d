import { ProblemError, type Problem } from '../../../shared/problem.ts';
import type { HistoryPlace } from '../types.ts';
import type { Db } from './database.ts';
import { closeQuietly, openPlace, startOver } from './open-store.ts';
import { codeOf, problemFrom } from './problems.ts';

/** Holds what works on a file, and replaces both should the file turn out damaged while at work. */
export interface Keeper<Part> {
  readonly notice: Problem | null;
  /**
   * Does something with the part.
   *
   * @throws ProblemError; after `history-damaged` the file named by its path was set aside and the next
   * call meets an empty history.
   */
  use<T>(work: (part: Part) => T): T;
  close(): void;
}

/** @param create makes what works on an open file. */
export function createKeeper<Part>(
  place: HistoryPlace,
  steps: readonly string[],
  now: () => number,
  create: (db: Db) => Part,
): Keeper<Part> {
  const opened = openPlace(place, steps, now);
  let db = opened.db;
  let part = create(db);
  return {
    notice: opened.notice,
    use(work) {
      try {
        return work(part);
      } catch (error) {
        if (place.kind === 'memory' || codeOf(error) !== 'history-damaged')
          throw problemFrom(error);
        closeQuietly(db);
        const again = startOver(place, steps, 'damaged', now());
        db = again.db;
        part = create(db);
        throw new ProblemError(again.notice ?? { code: 'history-damaged' }, { cause: error });
      }
    },
    close() {
      db.close();
    },
  };
}
