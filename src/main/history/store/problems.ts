import { ProblemError, type ProblemCode } from '../../../shared/problem.ts';
import { Database } from './database.ts';

/**
 * SQLite's answer to a disk without room. A quota or a limit on file size is told as a failed write
 * instead of `SQLITE_FULL`.
 */
const full = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE']);
const damaged = /^SQLITE_(CORRUPT|NOTADB)/;
/** What the system says where not SQLite but copying or creating a file met the full disk. */
const systemFull = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** The stable code of whatever SQLite or the file system threw. */
export function codeOf(error: unknown): ProblemCode {
  if (error instanceof ProblemError) return error.problem.code;
  if (error instanceof Database.SqliteError) {
    if (full.has(error.code)) return 'disk-full';
    if (damaged.test(error.code)) return 'history-damaged';
  }
  if (error instanceof Error && 'code' in error && systemFull.has(String(error.code))) {
    return 'disk-full';
  }
  return 'unexpected';
}

/** The error as a problem, with what SQLite said for the log. */
export function problemFrom(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ProblemError({ code: codeOf(error) }, { message, cause: error });
}
