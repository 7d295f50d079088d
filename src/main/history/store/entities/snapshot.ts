import { pluck, type Db } from '../database.ts';

/** Bytes of one part: SQLite takes no value of any length. */
const partSize = 8 * 1024 * 1024;

/** With more rows than this written since, reading them costs as much as building everything anew. */
export const mostUnsaved = 50_000;

/** The search columns as last saved, and which rows were written since. */
export interface Snapshot {
  exists(): boolean;
  /** Null where there is none. */
  read(): Uint8Array | null;
  /** Replaces what was saved; no row is unsaved from then on. */
  write(bytes: Uint8Array): void;
  drop(): void;
  /** Rows that were written since it was saved. */
  unsaved(): readonly number[];
  unsavedCount(): number;
  /**
   * Records that rows were written; to be called within the transaction that writes them. Where that
   * becomes too much the snapshot is dropped; where there is none nothing is recorded.
   */
  outdate(pks: readonly number[]): void;
  /** Drops what is remembered: after a rollback it no longer holds. */
  forget(): void;
}

export function createSnapshot(db: Db): Snapshot {
  const length = pluck<number | null>(db, 'SELECT sum(length(bytes)) FROM columns_snapshot');
  const parts = pluck<number>(db, 'SELECT part FROM columns_snapshot ORDER BY part');
  const part = pluck<Buffer>(db, 'SELECT bytes FROM columns_snapshot WHERE part = ?');
  const insert = db.prepare('INSERT INTO columns_snapshot (bytes) VALUES (?)');
  const remove = db.prepare('DELETE FROM columns_snapshot');
  const unsaved = pluck<number>(db, 'SELECT pk FROM unsaved_rows ORDER BY pk');
  const countUnsaved = pluck<number>(db, 'SELECT count(*) FROM unsaved_rows');
  const addUnsaved = db.prepare('INSERT OR IGNORE INTO unsaved_rows (pk) VALUES (?)');
  const removeUnsaved = db.prepare('DELETE FROM unsaved_rows');

  let known: { exists: boolean; unsaved: number } | null = null;
  // Asked with every write, so what the file says is remembered.
  const state = () =>
    (known ??= { exists: parts.get() !== undefined, unsaved: countUnsaved.get() ?? 0 });
  const drop = () => {
    remove.run();
    removeUnsaved.run();
    known = { exists: false, unsaved: 0 };
  };
  return {
    exists: () => state().exists,
    read() {
      const total = length.get() ?? null;
      if (total === null) return null;
      const bytes = new Uint8Array(total);
      let at = 0;
      for (const each of parts.all()) {
        const read = part.get(each) ?? Buffer.alloc(0);
        bytes.set(read, at);
        at += read.length;
      }
      return bytes;
    },
    write(bytes) {
      drop();
      for (let at = 0; at < bytes.length; at += partSize) {
        insert.run(bytes.subarray(at, at + partSize));
      }
      known = { exists: bytes.length > 0, unsaved: 0 };
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
