import { copyFileSync } from 'node:fs';
import { ProblemError, type Problem } from '../../../shared/problem.ts';
import type { HistoryPlace } from '../types.ts';
import { headBytes, readHead, unlock } from './cipher.ts';
import { Database, pluck, type Db } from './database.ts';
import {
  copyName,
  makeFolder,
  readStart,
  removeCopies,
  setAside,
  sizeOf,
  wasLeftOpen,
  type AsideReason,
} from './files.ts';
import { migrate, versionOf } from './migrations.ts';
import { codeOf, problemFrom } from './problems.ts';

/** Checking this much takes a quarter of a second, so it is done at every start. */
const quicklyChecked = 32 * 1024 * 1024;

/** How long another process may take to let go of the file, ms: one that is just ending, at most. */
const lockPatience = 1000;

export interface OpenedFile {
  readonly db: Db;
  /** Why a file had to be set aside, and where it lies. */
  readonly notice: Problem | null;
}

/**
 * Opens the place a history lives in, whole and at the newest version.
 *
 * A file that is damaged or was written with another key is set aside and a new one begun.
 *
 * @param now UTC ms; names a file that is set aside.
 * @param checkAll checks a large file even though it was closed well.
 * @throws ProblemError `history-newer` for a file of a later version, which is left as it is; `disk-full`.
 */
export function openPlace(
  place: HistoryPlace,
  steps: readonly string[],
  now: () => number,
  checkAll = false,
): OpenedFile {
  if (place.kind === 'memory') {
    const db = new Database(':memory:');
    configure(db);
    migrate(db, steps, () => undefined);
    return { db, notice: null };
  }
  const { file, key } = place;
  makeFolder(file);
  const asideReason = judge(file, key);
  if (asideReason) return startOver(place, steps, asideReason, now());
  try {
    return { db: openFile(file, key, steps, checkAll), notice: null };
  } catch (error) {
    if (codeOf(error) !== 'history-damaged') throw problemFrom(error);
    return startOver(place, steps, 'damaged', now());
  }
}

/** Sets a closed file aside and begins a new one in its place. */
export function startOver(
  { file, key }: Extract<HistoryPlace, { kind: 'file' }>,
  steps: readonly string[],
  reason: AsideReason,
  at: number,
): OpenedFile {
  const path = setAside(file, reason, at);
  const code = reason === 'damaged' ? 'history-damaged' : 'history-key-lost';
  return { db: openFile(file, key, steps, false), notice: { code, path } };
}

/** What the first bytes of an existing file tell without the key being tried. */
function judge(file: string, key: Uint8Array): AsideReason | null {
  // An empty file is what a crash leaves between creating it and the first write.
  if (sizeOf(file) === 0) return null;
  const head = readHead(readStart(file, headBytes), key);
  if (head === 'ours') return null;
  return head === 'other-key' ? 'key-lost' : 'damaged';
}

function openFile(file: string, key: Uint8Array, steps: readonly string[], checkAll: boolean): Db {
  const thorough = checkAll || wasLeftOpen(file) || sizeOf(file) <= quicklyChecked;
  const db = new Database(file, { timeout: lockPatience });
  try {
    unlock(db, key);
    // Nobody else has business in this file; and so no shared-memory file lies beside it.
    db.pragma('locking_mode = EXCLUSIVE');
    const version = versionOf(db);
    if (version > steps.length) throw new ProblemError({ code: 'history-newer', path: file });
    configure(db);
    // Every page is authenticated by the cipher, so what is not checked here cannot lie later: it fails.
    if (thorough && version > 0) check(db);
    // This version has been started with before, so the copy made on the way to it has served.
    if (version === steps.length) removeCopies(file);
    migrate(db, steps, (from) => keepCopy(db, file, from));
    return db;
  } catch (error) {
    closeQuietly(db);
    throw error;
  }
}

function configure(db: Db): void {
  // Lets a purge give its pages back. Takes effect only before the first table is made, and afterwards
  // would write to the file at every start.
  if (versionOf(db) === 0) db.pragma('auto_vacuum = INCREMENTAL');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  // Looked up for each of ten columns of every row they would cost a third of the time it takes to fill a
  // history; they are checked as a whole instead, together with the rest of the file.
  db.pragma('foreign_keys = OFF');
  db.pragma('secure_delete = FAST');
  // Sorting and indexing must leave nothing readable in a temporary file.
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -32000');
  db.pragma('journal_size_limit = 16777216');
}

function check(db: Db): void {
  const answer = pluck<string>(db, 'PRAGMA quick_check(1)').get();
  const dangling = db.prepare('PRAGMA foreign_key_check').get();
  if (answer === 'ok' && dangling === undefined) return;
  const message = answer === 'ok' ? 'a row refers to nothing' : answer;
  throw new ProblemError({ code: 'history-damaged' }, { message });
}

/** The file is whole in itself once the write-ahead log is in it; the copy is as encrypted as it is. */
function keepCopy(db: Db, file: string, version: number): void {
  db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(file, copyName(file, version));
}

/** A damaged file may fail to close as well; what matters is why it was closed. */
export function closeQuietly(db: Db): void {
  try {
    db.close();
  } catch {
    // The handle is released by the worker's end at the latest.
  }
}
