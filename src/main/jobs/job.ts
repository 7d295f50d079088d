import type { ExportRecord } from '../../shared/exports/record.ts';
import type { Remark } from '../../shared/history/result.ts';
import type { Problem } from '../../shared/problem.ts';

/** How an export that the command line asked for ended. */
export type JobEnd =
  | { readonly kind: 'done'; readonly record: ExportRecord; readonly searched: boolean }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'keychain'; readonly problem: Problem }
  | { readonly kind: 'no-view'; readonly wanted: string }
  | { readonly kind: 'no-profile'; readonly wanted: string }
  | { readonly kind: 'remark'; readonly remark: Remark }
  | { readonly kind: 'exists'; readonly path: string }
  | { readonly kind: 'before'; readonly sessions: number; readonly before: number }
  | { readonly kind: 'not-synced'; readonly problem: Problem | null }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'busy' }
  | { readonly kind: 'cancelled' };

/** What a job leaves its caller with. */
export interface JobResult {
  /** The exit code. */
  readonly code: number;
  /** One line without a line feed, for people. */
  readonly line: string;
}

/** Exit codes; `docs/headless.md` names them. 1 is what nobody foresaw, 2 an argument that is wrong. */
export const exitCodes: Readonly<Record<JobEnd['kind'], number>> = {
  done: 0,
  failed: 1,
  'signed-out': 3,
  keychain: 3,
  'no-view': 4,
  'no-profile': 4,
  remark: 4,
  exists: 5,
  before: 6,
  'not-synced': 8,
  busy: 9,
  cancelled: 130,
};

/** The file could not be written: a full disk, a folder that is gone or must not be written to. */
export const notWritten = 7;
