import Database from 'better-sqlite3-multiple-ciphers';
import type { Database as Connection, Statement } from 'better-sqlite3-multiple-ciphers';

/** A connection to SQLite; the worker holds exactly one. */
export type Db = Connection;
export { Database };

/** Prepares a statement whose rows have a known shape. */
export function prepare<Row>(db: Db, sql: string): Statement<unknown[], Row> {
  return db.prepare<unknown[], Row>(sql);
}

/** Prepares a statement that answers with one column. */
export function pluck<Value>(db: Db, sql: string): Statement<unknown[], Value> {
  return db.prepare<unknown[], Value>(sql).pluck();
}

/** Does something with a page cache of another size, KiB. */
export function withPageCache<T>(db: Db, size: number, work: () => T): T {
  const before = Number(db.pragma('cache_size', { simple: true }));
  db.pragma(`cache_size = ${-size}`);
  try {
    return work();
  } finally {
    db.pragma(`cache_size = ${before}`);
  }
}
