import { hash } from 'node:crypto';
import type { JsonValue } from '../../../../shared/session.ts';
import type { MalformedSession } from '../../../pcvisit/types.ts';
import { pluck, type Db } from '../database.ts';
import { packId, packText } from '../packing.ts';

/** Enough to see what was wrong; a session of a usual size has 2,000. */
const rawLimit = 16_384;

/** Sessions that could not be read, kept aside until the server sends them in a form that can. */
export interface Malformed {
  /** Keeps one aside, in place of what was kept of it before. `at` is UTC ms. */
  keep(session: MalformedSession, at: number): void;
  /** Its session could be read after all. */
  drop(id: string): void;
  /** Drops those that no pass over everything has seen since the instant, UTC ms. */
  dropUnseenSince(instant: number): void;
  /** Drops those begun, or where that cannot be told last seen, before the instant, UTC ms. */
  removeBefore(instant: number): void;
  count(): number;
}

export function createMalformed(db: Db): Malformed {
  const insert = `INSERT INTO malformed (session, digest, reason, raw, created_at, seen_at)
    VALUES (?, ?, ?, ?, ?, ?)`;
  const replacing = `reason = excluded.reason, raw = excluded.raw,
    created_at = excluded.created_at, seen_at = excluded.seen_at`;
  const keep = db.prepare(
    `${insert} ON CONFLICT (session) DO UPDATE SET ${replacing}
     ON CONFLICT (digest) DO UPDATE SET ${replacing}`,
  );
  const drop = db.prepare('DELETE FROM malformed WHERE session = ?');
  const dropUnseen = db.prepare('DELETE FROM malformed WHERE seen_at < ?');
  const removeBefore = db.prepare('DELETE FROM malformed WHERE coalesce(created_at, seen_at) < ?');
  const count = pluck<number>(db, 'SELECT count(*) FROM malformed');
  return {
    keep({ id, reason, raw }, at) {
      const text = JSON.stringify(raw);
      // Without an id only its content tells it from others.
      const digest = id === null ? hash('sha256', text, 'buffer') : null;
      const session = id === null ? null : packId(id);
      keep.run(session, digest, packText(reason), cap(text), beginningOf(raw), at);
    },
    drop(id) {
      drop.run(packId(id));
    },
    dropUnseenSince(instant) {
      dropUnseen.run(instant);
    },
    removeBefore(instant) {
      removeBefore.run(instant);
    },
    count: () => count.get() ?? 0,
  };
}

function cap(text: string): string {
  // The cut may fall between two halves of a character; what is kept is for people to read.
  return text.length <= rawLimit ? text : `${text.slice(0, rawLimit)}…`.toWellFormed();
}

/** When it began, where at least that can be read; so that retention reaches it too. */
function beginningOf(raw: JsonValue): number | null {
  if (typeof raw !== 'object' || raw === null || !('sessionCreatedAt' in raw)) return null;
  const value = raw.sessionCreatedAt;
  const at = typeof value === 'string' ? Number(value) : value;
  return typeof at === 'number' && Number.isSafeInteger(at) && at > 0 ? at : null;
}
