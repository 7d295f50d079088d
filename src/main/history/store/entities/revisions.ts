import type { Session } from '../../../../shared/session.ts';
import { prepare, type Db } from '../database.ts';
import { columns, createRows, type Dictionaries, type SessionRow } from './session-rows.ts';

/** What a session held before the server changed it. */
export interface Revision {
  /** UTC ms at which the change was noticed. */
  readonly noticedAt: number;
  readonly session: Session;
}

/** What sessions held before; written by a trigger of the sessions themselves. */
export interface Revisions {
  /** Says when the changes of the transaction under way were noticed, UTC ms. */
  noticeAt(at: number): void;
  /** The oldest first. */
  of(pk: number): readonly Revision[];
  /** To be called before the sessions themselves are removed. */
  removeBefore(instant: number): void;
}

const content = columns.filter((column) => column !== 'id');

/** To be created before any statement is prepared that changes sessions. */
export function createRevisions(db: Db, dictionaries: Dictionaries): Revisions {
  let noticedAt = 0;
  db.function('noticed_at', () => noticedAt);
  const { toSession } = createRows(dictionaries);
  const read = prepare<SessionRow & { readonly noticed_at: number }>(
    db,
    `SELECT sessions.id, noticed_at, ${content.map((column) => `revisions.${column}`).join(', ')}
     FROM revisions JOIN sessions ON sessions.pk = revisions.session
     WHERE revisions.session = ? ORDER BY revisions.id`,
  );
  const removeBefore = db.prepare(
    'DELETE FROM revisions WHERE session IN (SELECT pk FROM sessions WHERE created_at < ?)',
  );
  return {
    noticeAt(at) {
      noticedAt = at;
    },
    of: (pk) => read.all(pk).map((row) => ({ noticedAt: row.noticed_at, session: toSession(row) })),
    removeBefore(instant) {
      removeBefore.run(instant);
    },
  };
}
