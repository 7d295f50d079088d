import { pluck, withPageCache, type Db } from '../database.ts';

/** With more rows than this written since, reading them costs as much as building everything anew. */
export const mostUnsaved = 50_000;

/** The search columns as last saved, and which rows were written since. */
export interface Snapshot {
  exists(): boolean;
  /** The parts as they were written; null where there are none. */
  read(): readonly Uint8Array[] | null;
  /**
   * Does what reads through the file and will not read it again soon: the page cache would keep what was read, and
   * 30 MB of memory with it.
   */
  readingOnce<T>(work: () => T): T;
  /** Replaces what was saved; no row is unsaved from then on. @param saved none of them empty */
  write(saved: readonly Uint8Array[]): void;
  drop(): void;
  /** Rows that were written since it was saved. */
  unsaved(): readonly number[];
  unsavedCount(): number;
  /**
   * Records that rows were written; to be called within the transaction that writes them. Where that
   * becomes too much the snapshot is dropped; where there is none nothing is recorded.
   */
  outdate(pks: ArrayLike<number> & Iterable<number>): void;
  /** Drops what is remembered: after a rollback it no longer holds. */
  forget(): void;
}

export function createSnapshot(db: Db): Snapshot {
  const first = pluck<number>(db, 'SELECT part FROM columns_snapshot LIMIT 1');
  const parts = pluck<Buffer>(db, 'SELECT bytes FROM columns_snapshot ORDER BY part');
  const insert = db.prepare('INSERT INTO columns_snapshot (bytes) VALUES (?)');
  const remove = db.prepare('DELETE FROM columns_snapshot');
  const unsaved = pluck<number>(db, 'SELECT pk FROM unsaved_rows ORDER BY pk');
  const countUnsaved = pluck<number>(db, 'SELECT count(*) FROM unsaved_rows');
  const addUnsaved = db.prepare('INSERT OR IGNORE INTO unsaved_rows (pk) VALUES (?)');
  const removeUnsaved = db.prepare('DELETE FROM unsaved_rows');

  let known: { exists: boolean; unsaved: number } | null = null;
  // Asked with every write, so what the file says is remembered.
  const state = () =>
    (known ??= { exists: first.get() !== undefined, unsaved: countUnsaved.get() ?? 0 });
  const drop = () => {
    remove.run();
    removeUnsaved.run();
    known = { exists: false, unsaved: 0 };
  };
  return {
    exists: () => state().exists,
    read() {
      const saved = parts.all();
      return saved.length === 0 ? null : saved;
    },
    readingOnce: (work) => withPageCache(db, 1000, work),
    write(saved) {
      drop();
      for (const part of saved) insert.run(part);
      known = { exists: saved.length > 0, unsaved: 0 };
    },
    drop,
    unsaved: () => unsaved.all(),
    unsavedCount: () => state().unsaved,
    outdate(pks) {
      const now = state();
      if (!now.exists || pks.length === 0) return;
      if (now.unsaved + pks.length > mostUnsaved) return drop();
      for (const pk of pks) now.unsaved += addUnsaved.run(pk).changes;
    },
    forget() {
      known = null;
    },
  };
}
