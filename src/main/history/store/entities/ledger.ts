import { billingRulesSchema, type BillingRules } from '../../../../shared/billing/rule.ts';
import { exportFormats } from '../../../../shared/exports/format.ts';
import { exportRequestSchema, type ExportRequest } from '../../../../shared/exports/request.ts';
import type { ExportRecord } from '../../../../shared/exports/record.ts';
import { pluck, prepare, type Db } from '../database.ts';
import { packText, unpackText, type Packed } from '../packing.ts';
import { readJson } from '../stored-json.ts';

/** What is known of an export before its first row is written. */
export interface ExportPlan {
  readonly request: ExportRequest;
  /** Where the file is to stand, and where it is written until it is whole. */
  readonly path: string;
  readonly part: string;
}

export interface ExportTotals {
  readonly rows: number;
  readonly measuredMs: number;
  readonly billableMs: number;
}

/** A session as it was exported. Times UTC ms, durations ms; null where it still runs. */
export interface ExportedRow {
  readonly pk: number;
  readonly updatedAt: number;
  readonly measuredMs: number | null;
  readonly customMs: number | null;
  readonly billableMs: number | null;
}

/** The file as it was written, before it got its name. `sha256` in hexadecimal digits. */
export interface ExportSeal {
  readonly bytes: number;
  readonly sha256: string;
}

/** An export that was begun and not finished. */
export interface UnfinishedExport {
  readonly id: number;
  readonly path: string;
  readonly part: string;
  /** Null where not all of it was written. */
  readonly sha256: string | null;
}

/** What was exported, to be appended to only. */
export interface Ledger {
  /** @param at UTC ms. @returns the export's number */
  begin(plan: ExportPlan, totals: ExportTotals, rules: BillingRules, at: number): number;
  record(id: number, rows: readonly ExportedRow[]): void;
  seal(id: number, seal: ExportSeal): void;
  /** @param at UTC ms */
  finish(id: number, at: number): void;
  /** Forgets an export that was not finished. */
  drop(id: number): void;
  /** The newest first. */
  finished(): readonly ExportRecord[];
  /** What a finished export was asked for; null where there is none, or where it cannot be read any more. */
  requestOf(id: number): ExportRequest | null;
  /** What each finished export was asked for, and when (UTC ms); the oldest first. */
  requests(): Iterable<{
    readonly id: number;
    readonly begunAt: number;
    readonly request: ExportRequest | null;
  }>;
  /** The rules a finished export was billed by; null where there is none, or where they cannot be read any more. */
  rulesOf(id: number): BillingRules | null;
  unfinished(): readonly UnfinishedExport[];
  /** The rows of the sessions in an export. */
  within(id: number): Uint32Array;
  /** How many of some sessions finished exports hold, and when the newest of those was made, UTC ms. */
  among(pks: Uint32Array): { readonly sessions: number; readonly lastAt: number | null };
  /** To be called before the sessions themselves are removed. */
  removeBefore(instant: number): void;
}

interface RecordRow {
  readonly id: number;
  readonly finished_at: number;
  readonly path: Packed;
  readonly request: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly measured_ms: number;
  readonly billable_ms: number;
}

export function createLedger(db: Db): Ledger {
  const begin = db.prepare(
    `INSERT INTO exports (begun_at, path, part, request, rules, rows, measured_ms, billable_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const record = db.prepare('INSERT INTO exported VALUES (?, ?, ?, ?, ?, ?)');
  const seal = db.prepare('UPDATE exports SET bytes = ?, sha256 = ? WHERE id = ?');
  const finish = db.prepare(
    'UPDATE exports SET finished_at = ? WHERE id = ? AND sha256 IS NOT NULL',
  );
  const dropRows = db.prepare('DELETE FROM exported WHERE export = ?');
  const drop = db.prepare('DELETE FROM exports WHERE id = ?');
  const finished = prepare<RecordRow>(
    db,
    'SELECT * FROM exports WHERE finished_at IS NOT NULL ORDER BY finished_at DESC, id DESC',
  );
  const requestOf = pluck<string>(
    db,
    'SELECT request FROM exports WHERE id = ? AND finished_at IS NOT NULL',
  );
  const requests = prepare<{ id: number; begun_at: number; request: string }>(
    db,
    'SELECT id, begun_at, request FROM exports WHERE finished_at IS NOT NULL ORDER BY id',
  );
  const rulesOf = pluck<string>(
    db,
    'SELECT rules FROM exports WHERE id = ? AND finished_at IS NOT NULL',
  );
  const unfinished = prepare<{ id: number; path: Packed; part: Packed; sha256: string | null }>(
    db,
    'SELECT id, path, part, sha256 FROM exports WHERE finished_at IS NULL ORDER BY id',
  );
  const within = pluck<number>(db, 'SELECT session FROM exported WHERE export = ?');
  const isEmpty = pluck<number>(db, 'SELECT NOT EXISTS (SELECT 1 FROM exported)');
  const sessions = prepare<{ session: number; at: number }>(
    db,
    `SELECT session, max(finished_at) AS at FROM exported JOIN exports ON exports.id = export
     WHERE finished_at IS NOT NULL GROUP BY session`,
  );
  const removeBefore = db.prepare(
    'DELETE FROM exported WHERE session IN (SELECT pk FROM sessions WHERE created_at < ?)',
  );
  return {
    begin(plan, totals, rules, at) {
      const { lastInsertRowid } = begin.run(
        at,
        packText(plan.path),
        packText(plan.part),
        JSON.stringify(plan.request),
        JSON.stringify(rules),
        totals.rows,
        Math.round(totals.measuredMs),
        Math.round(totals.billableMs),
      );
      return Number(lastInsertRowid);
    },
    record(id, rows) {
      for (const { pk, updatedAt, measuredMs, customMs, billableMs } of rows)
        record.run(pk, id, updatedAt, measuredMs, customMs, billableMs);
    },
    seal: (id, { bytes, sha256 }) => void seal.run(bytes, sha256, id),
    finish(id, at) {
      if (finish.run(at, id).changes === 0) throw new Error(`export ${id} is not sealed`);
    },
    drop(id) {
      dropRows.run(id);
      drop.run(id);
    },
    finished: () => finished.all().map(recordOf),
    requestOf(id) {
      const stored = requestOf.get(id);
      return stored === undefined ? null : readJson(exportRequestSchema, stored);
    },
    *requests() {
      for (const { id, begun_at, request } of requests.all())
        yield { id, begunAt: begun_at, request: readJson(exportRequestSchema, request) };
    },
    rulesOf(id) {
      const stored = rulesOf.get(id);
      return stored === undefined ? null : readJson(billingRulesSchema, stored);
    },
    unfinished: () =>
      unfinished.all().map(({ path, part, ...rest }) => ({
        ...rest,
        path: unpackText(path),
        part: unpackText(part),
      })),
    within: (id) => Uint32Array.from(within.all(id)),
    among(pks) {
      if (isEmpty.get() === 1) return { sessions: 0, lastAt: null };
      const wanted = new Uint8Array(pks.reduce((most, pk) => Math.max(most, pk), 0) + 1);
      for (const pk of pks) wanted[pk] = 1;
      let count = 0;
      let lastAt: number | null = null;
      for (const { session, at } of sessions.iterate()) {
        if (wanted[session] !== 1) continue;
        count += 1;
        lastAt = Math.max(lastAt ?? at, at);
      }
      return { sessions: count, lastAt };
    },
    removeBefore(instant) {
      removeBefore.run(instant);
    },
  };
}

function recordOf(row: RecordRow): ExportRecord {
  const request = readJson(exportRequestSchema, row.request);
  return {
    id: row.id,
    finishedAt: row.finished_at,
    path: unpackText(row.path),
    format: request?.options.format ?? exportFormats[0],
    ...(request?.server && { server: request.server.format }),
    rows: row.rows,
    bytes: row.bytes,
    sha256: row.sha256,
    measuredMs: row.measured_ms,
    billableMs: row.billable_ms,
  };
}
