import type { ExportMark } from '../../../../shared/exports/mark.ts';
import type { Session } from '../../../../shared/session.ts';
import { pluck, prepare, type Db } from '../database.ts';
import type { IngestResult } from '../../types.ts';
import { packId, unpackId } from '../packing.ts';
import { columns, createRows, type Dictionaries, type SessionRow } from './session-rows.ts';

/** A session and its row. */
export interface HeldSession {
  readonly pk: number;
  readonly session: Session;
}

/** A session, and how it stands to exports. */
export interface MarkedSession extends HeldSession {
  readonly exported: ExportMark;
}

export interface Sessions {
  /**
   * @param keepPeople leaves the participants of sessions that are held as they are.
   * @returns also the rows that were inserted or changed, as they are now.
   */
  writeAll(
    sessions: readonly Session[],
    keepPeople: boolean,
  ): IngestResult & { readonly rows: readonly HeldSession[] };
  /** Sessions held as present that touch a stretch of time, UTC ms; its end does not belong to it. */
  touching(start: number, end: number): Session[];
  /** Held as present, newest first, behind the session `after`; undefined where that one is not held. */
  slice(after: string | null, count: number): Session[] | undefined;
  idsWithin(start: number, end: number): string[];
  oldestRunning(): number | null;
  /** Held as present, by their rows, behind the row `after`. */
  following(after: number, count: number): readonly HeldSession[];
  /** As {@link Sessions.following}, of those that name no client. */
  withoutClient(after: number, count: number): readonly HeldSession[];
  /** Whatever a row holds, vanished or not. */
  at(pk: number): SessionState | undefined;
  /** The row of a session, vanished or not. */
  pkOf(id: string): number | undefined;
  /** @returns the session's row; undefined where it was not held as present. */
  vanish(id: string, at: number): number | undefined;
  removeBefore(instant: number): number;
  /** Sessions held as present. */
  count(): number;
  /** Drops what is remembered: after a rollback or a purge it no longer holds. */
  forget(): void;
}

export interface SessionState extends HeldSession {
  /** UTC ms at which it was found missing on the server; null while it is there. */
  readonly vanishedAt: number | null;
}

const insert = `INSERT INTO sessions (${columns.join(', ')})
  VALUES (${columns.map(() => '?').join(', ')})`;
const content = columns.filter((column) => column !== 'id');

/**
 * One statement decides what wins: a newer `updated_at`, or an equal one with other content. A row that
 * had vanished and comes back is taken as it comes, because what was held is known to be outdated.
 */
function upsert(compared: readonly string[]): string {
  return `${insert} ON CONFLICT (id) DO UPDATE SET
  ${compared.map((column) => `${column} = excluded.${column}`).join(', ')}, vanished_at = NULL
  WHERE vanished_at IS NOT NULL OR (excluded.updated_at >= updated_at AND (
    ${compared.map((column) => `${column} IS NOT excluded.${column}`).join(' OR ')}))`;
}

const select = `SELECT pk, ${columns.join(', ')} FROM sessions`;

export function createSessions(db: Db, dictionaries: Dictionaries): Sessions {
  const { toRow, toSession } = createRows(dictionaries);
  const writeWhole = pluck<number>(db, `${upsert(content)} RETURNING pk`);
  const butPeople = content.filter((column) => column !== 'people');
  const writeButPeople = pluck<number>(db, `${upsert(butPeople)} RETURNING pk`);
  const vanish = pluck<number>(
    db,
    'UPDATE sessions SET vanished_at = ? WHERE id = ? AND vanished_at IS NULL RETURNING pk',
  );
  const following = prepare<SessionRow & { readonly pk: number }>(
    db,
    `${select} WHERE pk > ? AND vanished_at IS NULL ORDER BY pk LIMIT ?`,
  );
  // Left to itself SQLite walks along all rows.
  const withoutClient = prepare<SessionRow & { readonly pk: number }>(
    db,
    `SELECT pk, ${columns.join(', ')} FROM sessions INDEXED BY sessions_without_client
     WHERE client IS NULL AND pk > ? AND vanished_at IS NULL ORDER BY pk LIMIT ?`,
  );
  const at = prepare<SessionRow & { readonly pk: number; readonly vanished_at: number | null }>(
    db,
    `SELECT pk, vanished_at, ${columns.join(', ')} FROM sessions WHERE pk = ?`,
  );
  const removeBefore = db.prepare('DELETE FROM sessions WHERE created_at < ?');
  // Three disjoint parts, each along an index: begun within, begun before and ended within, running.
  const touching = prepare<SessionRow>(
    db,
    `${select} WHERE created_at >= :start AND created_at < :end AND vanished_at IS NULL
     UNION ALL ${select} WHERE finished_at > :start AND +created_at < :start AND vanished_at IS NULL
     UNION ALL ${select} WHERE finished_at IS NULL AND +created_at < :start AND vanished_at IS NULL`,
  );
  const newest = prepare<SessionRow>(
    db,
    `${select} WHERE vanished_at IS NULL ORDER BY created_at DESC, pk DESC LIMIT :count`,
  );
  const behind = prepare<SessionRow>(
    db,
    `${select} WHERE (created_at, pk) < (:created, :pk) AND vanished_at IS NULL
     ORDER BY created_at DESC, pk DESC LIMIT :count`,
  );
  const position = prepare<{ pk: number; created_at: number }>(
    db,
    'SELECT pk, created_at FROM sessions WHERE id = ?',
  );
  const idsWithin = pluck<SessionRow['id']>(
    db,
    'SELECT id FROM sessions WHERE created_at >= ? AND created_at < ? AND vanished_at IS NULL',
  );
  const oldestRunning = pluck<number | null>(
    db,
    'SELECT min(created_at) FROM sessions WHERE finished_at IS NULL AND vanished_at IS NULL',
  );
  const countVanished = pluck<number>(
    db,
    'SELECT count(*) FROM sessions WHERE vanished_at IS NOT NULL',
  );
  const countAll = pluck<number>(db, 'SELECT count(*) FROM sessions');
  const highest = pluck<number>(db, 'SELECT coalesce(max(pk), 0) FROM sessions');
  // Counting a million rows takes long enough to be noticed, and every state of sync wants the count.
  let known: { highest: number; total: number } | null = null;
  const tally = () => (known ??= { highest: highest.get() ?? 0, total: countAll.get() ?? 0 });

  return {
    writeAll(sessions, keepPeople) {
      const write = keepPeople ? writeButPeople : writeWhole;
      const before = tally();
      const rows: HeldSession[] = [];
      for (const session of sessions) {
        const pk = write.get(toRow(session));
        if (pk === undefined) continue;
        const row = keepPeople ? at.get(pk) : undefined;
        rows.push({ pk, session: row ? toSession(row) : session });
      }
      // Nothing is removed in between, so what the highest key grew by was inserted.
      const inserted = (highest.get() ?? 0) - before.highest;
      known = { highest: before.highest + inserted, total: before.total + inserted };
      return { inserted, changed: rows.length - inserted, rows };
    },
    touching: (start, end) => touching.all({ start, end }).map(toSession),
    slice(after, count) {
      if (after === null) return newest.all({ count }).map(toSession);
      const last = position.get(packId(after));
      if (!last) return undefined;
      return behind.all({ created: last.created_at, pk: last.pk, count }).map(toSession);
    },
    idsWithin: (start, end) => idsWithin.all(start, end).map(unpackId),
    oldestRunning: () => oldestRunning.get() ?? null,
    following: (after, count) =>
      following.all(after, count).map((row) => ({ pk: row.pk, session: toSession(row) })),
    withoutClient: (after, count) =>
      withoutClient.all(after, count).map((row) => ({ pk: row.pk, session: toSession(row) })),
    at(pk) {
      const row = at.get(pk);
      return row && { pk, session: toSession(row), vanishedAt: row.vanished_at };
    },
    pkOf: (id) => position.get(packId(id))?.pk,
    vanish: (id, instant) => vanish.get(instant, packId(id)),
    removeBefore: (instant) => removeBefore.run(instant).changes,
    count: () => tally().total - (countVanished.get() ?? 0),
    forget() {
      known = null;
    },
  };
}
