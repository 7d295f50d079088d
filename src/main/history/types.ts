import type { Problem } from '../../shared/problem.ts';
import type { Session } from '../../shared/session.ts';
import type { TimeRange } from '../../shared/time.ts';
import type { Today, TodayQuery } from '../../shared/today.ts';
import type { MalformedSession } from '../pcvisit/types.ts';

/** Where a history lives: an encrypted file, or nowhere but in memory. */
export type HistoryPlace =
  | { readonly kind: 'file'; readonly file: string; readonly key: Uint8Array }
  | { readonly kind: 'memory' };

/** What one complete stretch of the server's history held. */
export interface Batch {
  readonly sessions: readonly Session[];
  readonly malformed: readonly MalformedSession[];
  /** Participants were not asked for: those that are held stay as they are. */
  readonly participantsUnread?: boolean;
}

export interface IngestResult {
  readonly inserted: number;
  /** Rows whose content differs from what was held. */
  readonly changed: number;
}

/** How far the history reaches, and how true it is. All times UTC ms. */
export interface Coverage {
  /** Ranges known complete, in order and not touching each other. */
  readonly ranges: readonly TimeRange[];
  /** `reportingActiveSince` as last heard; null before the first answer. */
  readonly beginning: number | null;
  readonly sessions: number;
  readonly malformed: number;
  readonly lastToday: number | null;
  readonly lastRecent: number | null;
  readonly lastFull: number | null;
}

/**
 * The local history, on its worker. Every call is answered in order; a call that fails rejects
 * with a `ProblemError` (`disk-full`, `history-damaged`, `unexpected`) and leaves the file as it was.
 */
export interface History {
  /** Inserts and updates, in one transaction. A row with an older `lastUpdatedAt` than the held one is ignored. */
  ingest(batch: Batch): Promise<IngestResult>;
  /** Records that everything the server has within the range is here. */
  cover(range: TimeRange): Promise<void>;
  /** Ids held as present whose `createdAt` lies within the range. */
  idsWithin(range: TimeRange): Promise<readonly string[]>;
  /** Marks rows that are gone from the server; they stay readable for what refers to them. */
  markVanished(ids: readonly string[], at: number): Promise<void>;
  coverage(): Promise<Coverage>;
  /** Remembers what a finished pass confirmed. UTC ms. */
  note(
    marks: Partial<Pick<Coverage, 'beginning' | 'lastToday' | 'lastRecent' | 'lastFull'>>,
  ): Promise<void>;
  /** `createdAt` of the oldest session that still runs, UTC ms. */
  oldestRunning(): Promise<number | null>;
  today(query: TodayQuery): Promise<Today>;
  /** Every session held as present, newest first, in slices: `after` is the last id of the slice before. */
  slice(after: string | null, count: number): Promise<readonly Session[]>;
  /** Removes sessions that began before the instant, and shrinks the file. */
  purgeBefore(instant: number): Promise<number>;
  /** Memory of the worker's isolate and its store, bytes. */
  memory(): Promise<{ heapUsed: number; external: number }>;
  /** Finishes what is under way and closes the file. */
  close(): Promise<void>;
}

export interface OpenedHistory {
  readonly history: History;
  /** Set where a damaged or unreadable file was set aside and a new one begun; `path` names it. */
  readonly notice: Problem | null;
}
