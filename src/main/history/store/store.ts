import { ProblemError } from '../../../shared/problem.ts';
import type { Session } from '../../../shared/session.ts';
import type { TimeRange } from '../../../shared/time.ts';
import { summarise, weekOf, type Today, type TodayQuery } from '../../../shared/today.ts';
import type { Batch, Coverage, IngestResult } from '../types.ts';
import { pluck, type Db } from './database.ts';
import { createClients } from './entities/clients.ts';
import { createComputers } from './entities/computers.ts';
import { createCovered } from './entities/covered.ts';
import { createMalformed } from './entities/malformed.ts';
import { createMarks, markNames, type MarkName } from './entities/marks.ts';
import { removeOrphans } from './entities/orphans.ts';
import { createPeople } from './entities/people.ts';
import { createSessions } from './entities/sessions.ts';
import { createTexts } from './entities/texts.ts';

/** What {@link History} promises, answered at once on the worker. `at` is UTC ms. */
export interface Store {
  ingest(batch: Batch, at: number): IngestResult;
  cover(range: TimeRange): void;
  idsWithin(range: TimeRange): readonly string[];
  markVanished(ids: readonly string[], at: number): void;
  coverage(): Coverage;
  note(marks: Partial<Record<MarkName, number | null>>): void;
  oldestRunning(): number | null;
  today(query: TodayQuery): Today;
  slice(after: string | null, count: number): readonly Session[];
  purgeBefore(instant: number): number;
}

/** The store over an open file that has been through every migration. */
export function createStore(db: Db): Store {
  const dictionaries = {
    texts: createTexts(db),
    clients: createClients(db),
    computers: createComputers(db),
    people: createPeople(db),
  };
  const sessions = createSessions(db, dictionaries);
  const malformed = createMalformed(db);
  const covered = createCovered(db);
  const marks = createMarks(db);
  const freePages = pluck<number>(db, 'PRAGMA freelist_count');

  const forget = () => {
    for (const dictionary of Object.values(dictionaries)) dictionary.forget();
    sessions.forget();
  };
  /** All or nothing; what is remembered of a transaction that failed would point nowhere. */
  const inTransaction = <T>(work: () => T): T => {
    try {
      return db.transaction(work).immediate();
    } catch (error) {
      forget();
      throw error;
    }
  };

  return {
    ingest: (batch, at) =>
      inTransaction(() => {
        // Newest first, as they are read: neighbours in time become neighbours on disk.
        const newestFirst = [...batch.sessions].sort((a, b) => b.createdAt - a.createdAt);
        const result = sessions.writeAll(newestFirst, batch.participantsUnread ?? false);
        if (malformed.count() > 0) for (const { id } of batch.sessions) malformed.drop(id);
        for (const each of batch.malformed) malformed.keep(each, at);
        return result;
      }),
    cover: (range) => inTransaction(() => covered.add(range)),
    idsWithin: ({ start, end }) => sessions.idsWithin(start, end),
    markVanished: (ids, at) =>
      inTransaction(() => {
        for (const id of ids) sessions.vanish(id, at);
      }),
    coverage: () => ({
      ranges: covered.ranges(),
      beginning: marks.read('beginning'),
      sessions: sessions.count(),
      malformed: malformed.count(),
      lastToday: marks.read('lastToday'),
      lastRecent: marks.read('lastRecent'),
      lastFull: marks.read('lastFull'),
    }),
    note: (changes) =>
      inTransaction(() => {
        for (const name of markNames) {
          const at = changes[name];
          if (at !== undefined) marks.write(name, at);
        }
        if (typeof changes.lastFull === 'number') malformed.dropUnseenSince(changes.lastFull);
      }),
    oldestRunning: () => sessions.oldestRunning(),
    today(query) {
      const { start, end } = weekOf(query.now, query.zone).range;
      return summarise(sessions.touching(start, end), query);
    },
    slice(after, count) {
      const slice = sessions.slice(after, count);
      if (slice) return slice;
      throw new ProblemError({ code: 'invalid-request' }, { message: 'slice after an unknown id' });
    },
    purgeBefore(instant) {
      const removed = inTransaction(() => {
        malformed.removeBefore(instant);
        covered.trimBefore(instant);
        const count = sessions.removeBefore(instant);
        if (count > 0) removeOrphans(db);
        return count;
      });
      if (removed === 0) return 0;
      forget();
      if ((freePages.get() ?? 0) > 0) db.pragma('incremental_vacuum');
      // What was purged must not linger in the write-ahead log.
      db.pragma('wal_checkpoint(TRUNCATE)');
      return removed;
    },
  };
}
