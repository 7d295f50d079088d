import type { BillingRules, RoundingRule } from '../../../shared/billing/rule.ts';
import type { KnownPerson } from '../../../shared/clients/person.ts';
import { ProblemError } from '../../../shared/problem.ts';
import type { Session } from '../../../shared/session.ts';
import type { TimeRange } from '../../../shared/time.ts';
import { summarise, weekOf, type Today, type TodayQuery } from '../../../shared/today.ts';
import type { Batch, Coverage, IngestResult } from '../types.ts';
import { createCards, type CardCalls } from './card-calls.ts';
import { pluck, type Db } from './database.ts';
import { createAccounts } from './entities/accounts.ts';
import { createDeviceIds } from './entities/device-ids.ts';
import { createBilling } from './entities/billing.ts';
import { createClients } from './entities/clients.ts';
import { createComputers } from './entities/computers.ts';
import { createCovered } from './entities/covered.ts';
import { createClientBook } from './entities/known-clients.ts';
import { createLocalRules } from './entities/local-rules.ts';
import { createMalformed } from './entities/malformed.ts';
import { createMarks, markNames, type MarkName } from './entities/marks.ts';
import { createNotes, type Notes } from './entities/notes.ts';
import { removeOrphans } from './entities/orphans.ts';
import { createPeople } from './entities/people.ts';
import { createRevisions, type Revisions } from './entities/revisions.ts';
import { createSessions, type MarkedSession, type Sessions } from './entities/sessions.ts';
import { createSnapshot, type Snapshot } from './entities/snapshot.ts';
import { createTexts } from './entities/texts.ts';
import { createLedgerKeeper, type LedgerCalls, type LedgerKeeper } from './ledger-calls.ts';
import { createLocalCalls, type LocalCalls } from './local-calls.ts';
import { createLocalClients } from './local-clients.ts';
import { createPresenting, type Written } from './presenting.ts';
import { createViewCalls, type ViewCalls } from './view-calls.ts';

export type { Written } from './presenting.ts';

/** What {@link History} promises, answered at once on the worker. `at` is UTC ms. */
export interface StoreCalls extends CardCalls, LedgerCalls, LocalCalls, ViewCalls {
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
  removeDeviceIds(): boolean;
  setNote(id: string, note: string, at: number): void;
  rules(): BillingRules;
  setRule(client: string | null, rule: RoundingRule | null): BillingRules;
  /** Whom sessions know by an account, colleagues first. */
  knownPeople(): readonly KnownPerson[];
}

/** The store's calls, and what a search reads of it. */
export interface Store extends StoreCalls {
  readonly sessions: Pick<Sessions, 'at' | 'pkOf' | 'count'> & {
    /** As {@link Sessions.following}, with how each stands to exports. */
    following(after: number, count: number): readonly MarkedSession[];
  };
  readonly standings: LedgerKeeper['standings'];
  readonly revisions: Pick<Revisions, 'of'>;
  readonly notes: Pick<Notes, 'read' | 'among'>;
  readonly snapshot: Pick<Snapshot, 'exists' | 'read' | 'readingOnce' | 'unsaved' | 'unsavedCount'>;
  readonly exportRequests: LedgerKeeper['requests'];
  readonly exportRules: LedgerKeeper['rulesOf'];
  /** Does what reads and writes a lot in one transaction: all of it or nothing. */
  together<T>(work: () => T): T;
  readonly openExport: LedgerKeeper['open'];
  readonly recordExported: LedgerKeeper['record'];
  readonly exportedAmong: LedgerKeeper['among'];
  /** Replaces the saved search columns; null drops them. */
  saveSnapshot(parts: readonly Uint8Array[] | null): void;
  /** There is one listener; a later one takes its place. */
  onWritten(listener: (written: Written) => void): void;
}

/** The store over an open file that has been through every migration. */
export function createStore(db: Db): Store {
  const dictionaries = {
    texts: createTexts(db),
    clients: createClients(db),
    computers: createComputers(db),
    people: createPeople(db),
  };
  const revisions = createRevisions(db, dictionaries);
  const sessions = createSessions(db, dictionaries);
  const malformed = createMalformed(db);
  const covered = createCovered(db);
  const marks = createMarks(db);
  const notes = createNotes(db);
  const billing = createBilling(db);
  const snapshot = createSnapshot(db);
  const accounts = createAccounts(db);
  const deviceIds = createDeviceIds(db);
  const book = createClientBook(db);
  const local = createLocalClients({ rules: createLocalRules(db), book, sessions });
  const freePages = pluck<number>(db, 'PRAGMA freelist_count');
  let tell: (written: Written) => void = () => undefined;

  const forget = () => {
    for (const dictionary of Object.values(dictionaries)) dictionary.forget();
    sessions.forget();
    snapshot.forget();
  };
  /** All or nothing; what is remembered of a transaction that failed would point nowhere. */
  const inTransaction = <T>(work: () => T): T => {
    try {
      return db.transaction(work).immediate();
    } catch (error) {
      forget();
      local.forget();
      throw error;
    }
  };
  const cards = createCards(db, inTransaction);
  const ledger = createLedgerKeeper(db, {
    inTransaction,
    rules: () => billing.rules(),
    outdate: (pks) => snapshot.outdate(pks),
    tellMarked: (pks, exported) => tell({ kind: 'marked', pks, exported }),
  });
  const presenting = createPresenting(local, ledger.standings);
  /** Tells of rows that are unchanged on disk, and have another client all the same. */
  const tellAgain = (pks: readonly number[]): void => {
    for (let from = 0; from < pks.length; from += 2000) {
      const rows = pks.slice(from, from + 2000).flatMap((pk) => sessions.at(pk) ?? []);
      tell({ kind: 'put', rows: presenting.each(rows) });
    }
  };

  return {
    ingest(batch, at) {
      const { rows, reassigned, ...result } = inTransaction(() => {
        revisions.noticeAt(at);
        // Newest first, as they are read: neighbours in time become neighbours on disk.
        const newestFirst = [...batch.sessions].sort((a, b) => b.createdAt - a.createdAt);
        const written = sessions.writeAll(newestFirst, batch.participantsUnread ?? false);
        snapshot.outdate(written.rows.map(({ pk }) => pk));
        if (malformed.count() > 0) for (const { id } of batch.sessions) malformed.drop(id);
        for (const each of batch.malformed) malformed.keep(each, at);
        const reassigned = local.refresh();
        snapshot.outdate(reassigned);
        return { ...written, reassigned };
      });
      ledger.written(rows.map(({ pk }) => pk));
      if (rows.length > 0) tell({ kind: 'put', rows: presenting.each(rows) });
      tellAgain(reassigned);
      return result;
    },
    cover: (range) => inTransaction(() => covered.add(range)),
    idsWithin: ({ start, end }) => sessions.idsWithin(start, end),
    markVanished(ids, at) {
      const pks = inTransaction(() => {
        const vanished = ids.flatMap((id) => sessions.vanish(id, at) ?? []);
        snapshot.outdate(vanished);
        return vanished;
      });
      if (pks.length > 0) tell({ kind: 'removed', pks });
    },
    coverage: () => ({
      ranges: covered.ranges(),
      beginning: marks.read('beginning'),
      sessions: sessions.count(),
      malformed: malformed.count(),
      lastToday: marks.read('lastToday'),
      lastRecent: marks.read('lastRecent'),
      lastFull: marks.read('lastFull'),
      unattended: marks.read('unattended'),
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
      return summarise(sessions.touching(start, end).map(local.assign), query);
    },
    slice(after, count) {
      const slice = sessions.slice(after, count);
      if (slice) return slice.map(local.assign);
      throw new ProblemError({ code: 'invalid-request' }, { message: 'slice after an unknown id' });
    },
    purgeBefore(instant) {
      const removed = inTransaction(() => {
        malformed.removeBefore(instant);
        covered.trimBefore(instant);
        revisions.removeBefore(instant);
        notes.removeBefore(instant);
        ledger.removeBefore(instant);
        const count = sessions.removeBefore(instant);
        if (count > 0) {
          removeOrphans(db);
          cards.purgeBefore(instant);
          // It holds the names of what was purged.
          snapshot.drop();
        }
        return count;
      });
      if (removed === 0) return 0;
      forget();
      tell({ kind: 'purged', before: instant });
      tellAgain(local.reapply());
      if ((freePages.get() ?? 0) > 0) db.pragma('incremental_vacuum');
      // What was purged must not linger in the write-ahead log.
      db.pragma('wal_checkpoint(TRUNCATE)');
      return removed;
    },
    removeDeviceIds() {
      if (!deviceIds.areHeld()) return false;
      inTransaction(() => deviceIds.remove());
      forget();
      db.pragma('wal_checkpoint(TRUNCATE)');
      return true;
    },
    setNote: (id, note, at) =>
      inTransaction(() => {
        const pk = sessions.pkOf(id);
        if (pk !== undefined) return notes.write(pk, note, at);
        throw new ProblemError({ code: 'invalid-request' }, { message: 'a note to no session' });
      }),
    ...createViewCalls(db, inTransaction),
    rules: () => billing.rules(),
    setRule: (client, rule) =>
      inTransaction(() => {
        billing.set(client, rule);
        return billing.rules();
      }),
    ...cards.calls,
    ...ledger.calls,
    exportRequests: ledger.requests,
    exportRules: ledger.rulesOf,
    together: inTransaction,
    openExport: ledger.open,
    recordExported: ledger.record,
    exportedAmong: ledger.among,
    knownPeople: () => accounts.all(sessions.slice(null, 1)?.[0]?.companyUuid ?? null),
    ...createLocalCalls({ local, inTransaction, outdate: snapshot.outdate, tellAgain }),
    sessions: {
      ...sessions,
      following: (after, count) => presenting.inOrder(sessions.following(after, count)),
      at(pk) {
        const held = sessions.at(pk);
        return held && { ...held, session: local.assign(held.session) };
      },
    },
    standings: ledger.standings,
    revisions,
    notes,
    snapshot,
    saveSnapshot: (parts) =>
      inTransaction(() => (parts === null ? snapshot.drop() : snapshot.write(parts))),
    onWritten(listener) {
      tell = listener;
    },
  };
}
