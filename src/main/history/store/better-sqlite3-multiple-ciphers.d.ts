/**
 * The package ships its types where its `exports` do not lead to, so what the store uses of it is
 * declared here. This file can go once `exports` names the types.
 */
declare module 'better-sqlite3-multiple-ciphers' {
  export interface Statement<Parameters extends unknown[], Row> {
    run(...parameters: Parameters): { changes: number; lastInsertRowid: number | bigint };
    get(...parameters: Parameters): Row | undefined;
    all(...parameters: Parameters): Row[];
    /** Row by row; the statement must not be used otherwise until the end. */
    iterate(...parameters: Parameters): IterableIterator<Row>;
    /** Answers with the first column alone. */
    pluck(): this;
    /** Answers with the columns in their order, which costs less than objects. */
    raw(): this;
  }

  /** A function within a transaction; throws what it throws, after a rollback. */
  export interface Transaction<Result> {
    (): Result;
    /** Locks for writing from the beginning. */
    immediate(): Result;
    exclusive(): Result;
  }

  export interface Database {
    prepare<Parameters extends unknown[] = unknown[], Row = unknown>(
      sql: string,
    ): Statement<Parameters, Row>;
    transaction<Result>(work: () => Result): Transaction<Result>;
    exec(sql: string): this;
    /** Registers a function that statements and triggers may call. */
    function(name: string, work: () => number): this;
    pragma(sql: string, options?: { readonly simple?: boolean }): unknown;
    /** Sets the key of an encrypted file. */
    key(key: Buffer): number;
    close(): this;
  }

  interface SqliteError extends Error {
    /** SQLite's extended result code, like `SQLITE_IOERR_WRITE`. */
    readonly code: string;
  }

  interface Constructor {
    /** @param options `timeout`: how long to wait for a lock, ms. */
    new (file: string, options?: { readonly timeout?: number }): Database;
    readonly SqliteError: new (message: string, code: string) => SqliteError;
  }

  const Database: Constructor;
  export default Database;
}
