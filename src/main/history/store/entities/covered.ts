import type { TimeRange } from '../../../../shared/time.ts';
import { prepare, type Db } from '../database.ts';

/** The stretches of time whose sessions are all here. */
export interface Covered {
  /** Adds a stretch; those that overlap or adjoin become one. */
  add(range: TimeRange): void;
  /** Forgets what lies before an instant, UTC ms: it was purged. */
  trimBefore(instant: number): void;
  /** In order, apart from each other. */
  ranges(): readonly TimeRange[];
}

export function createCovered(db: Db): Covered {
  const meeting = prepare<TimeRange>(
    db,
    'SELECT start, "end" FROM covered WHERE start <= :end AND "end" >= :start',
  );
  const remove = db.prepare('DELETE FROM covered WHERE start <= :end AND "end" >= :start');
  const insert = db.prepare('INSERT INTO covered (start, "end") VALUES (:start, :end)');
  const all = prepare<TimeRange>(db, 'SELECT start, "end" FROM covered ORDER BY start');
  const trim = db.prepare('UPDATE covered SET start = :instant WHERE start < :instant');
  const removeBefore = db.prepare('DELETE FROM covered WHERE "end" <= :instant');
  return {
    trimBefore(instant) {
      removeBefore.run({ instant });
      trim.run({ instant });
    },
    add(range) {
      if (!(range.end > range.start)) return;
      const joined = [range, ...meeting.all({ start: range.start, end: range.end })];
      remove.run({ start: range.start, end: range.end });
      insert.run({
        start: Math.min(...joined.map((each) => each.start)),
        end: Math.max(...joined.map((each) => each.end)),
      });
    },
    ranges: () => all.all(),
  };
}
