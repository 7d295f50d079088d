import { pluck, type Db } from '../database.ts';
import { packText, unpackText, type Packed } from '../packing.ts';

/** What a technician wrote to sessions; it stays on this machine. */
export interface Notes {
  /** Empty where there is none. */
  read(pk: number): string;
  /** An empty note is none. `at` is UTC ms. */
  write(pk: number, note: string, at: number): void;
  /** Those of some sessions that have a note. */
  among(pks: readonly number[]): ReadonlySet<number>;
  /** To be called before the sessions themselves are removed. */
  removeBefore(instant: number): void;
}

export function createNotes(db: Db): Notes {
  const read = pluck<Packed>(db, 'SELECT note FROM notes WHERE session = ?');
  const write = db.prepare(
    `INSERT INTO notes (session, note, written_at) VALUES (?, ?, ?)
     ON CONFLICT (session) DO UPDATE SET note = excluded.note, written_at = excluded.written_at`,
  );
  const remove = db.prepare('DELETE FROM notes WHERE session = ?');
  const among = pluck<number>(
    db,
    'SELECT session FROM notes WHERE session IN (SELECT value FROM json_each(?))',
  );
  const removeBefore = db.prepare(
    'DELETE FROM notes WHERE session IN (SELECT pk FROM sessions WHERE created_at < ?)',
  );
  return {
    read(pk) {
      const note = read.get(pk);
      return note === undefined ? '' : unpackText(note);
    },
    write(pk, note, at) {
      if (note === '') remove.run(pk);
      else write.run(pk, packText(note), at);
    },
    among: (pks) => new Set(among.all(JSON.stringify(pks))),
    removeBefore(instant) {
      removeBefore.run(instant);
    },
  };
}
