/**
 * The package ships its types where its `exports` do not lead to. It is better-sqlite3 with one more
 * method; this file can go once `exports` names the types.
 */
declare module 'better-sqlite3-multiple-ciphers' {
  import type Plain from 'better-sqlite3';

  namespace Ciphers {
    interface Database extends Plain.Database {
      /** Sets the key of an encrypted file. */
      key(key: Buffer): number;
    }
    type Statement<Parameters extends unknown[], Row> = Plain.Statement<Parameters, Row>;
  }

  interface Ciphers {
    new (file: string, options?: { readonly timeout?: number }): Ciphers.Database;
    readonly SqliteError: typeof Plain.SqliteError;
  }

  const Ciphers: Ciphers;
  export default Ciphers;
  export type Database = Ciphers.Database;
  export type Statement<Parameters extends unknown[], Row> = Ciphers.Statement<Parameters, Row>;
}
